import { expect, test } from '@jest/globals';
import { recordRetrospective, settleAction } from './retrospective.js';

const action = {
  actionId: 'a-1',
  text: 'Review in pairs',
  ownerPersonId: 'p-1',
  ownerName: 'Anna Meyer',
  dueOn: '2026-03-20',
};
const said = { wentWell: ['The demo'], toImprove: ['Reviews wait'], actions: [action] };
const first = recordRetrospective(null, 's-1', said);
const settled = settleAction(first, { actionId: 'a-1', outcome: 'done', today: '2026-03-18' });

test('an action stays open until it is settled, once', () => {
  expect(first).toMatchObject({ version: 1, actions: [{ state: 'open', settledOn: null }] });
  expect(settled).toMatchObject({ version: 2, actions: [{ state: 'done', settledOn: '2026-03-18' }] });
  const again = { actionId: 'a-1', outcome: 'dropped' as const, today: '2026-03-19' };
  expect(() => settleAction(settled, again)).toThrow('is done since 2026-03-18');
});

test('settled actions outlive what is said anew, and are not said otherwise', () => {
  const anew = recordRetrospective(settled, 's-1', { ...said, actions: [{ ...action, actionId: 'a-2' }] });
  expect(anew.actions.map(({ actionId, state }) => [actionId, state])).toEqual([
    ['a-1', 'done'],
    ['a-2', 'open'],
  ]);
  const otherwise = { ...said, actions: [{ ...action, text: 'Other' }] };
  expect(() => recordRetrospective(settled, 's-1', otherwise)).toThrow('is done since');
});

test('one action is named once', () => {
  const twice = { ...said, actions: [action, action] };
  expect(() => recordRetrospective(null, 's-1', twice)).toThrow('named twice');
});

test('settled actions and what is said anew are fifty together at most', () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...action, actionId: `b-${at}` }));
  const full = recordRetrospective(settled, 's-1', { ...said, actions: others(49) });
  expect(full.actions).toHaveLength(50);
  expect(() => recordRetrospective(settled, 's-1', { ...said, actions: others(50) })).toThrow(
    'at most 50 actions, and 1 of this one are settled and stay; name at most 49 open ones',
  );
  expect(
    recordRetrospective(settled, 's-1', { ...said, actions: [action, ...others(49)] }).actions,
  ).toHaveLength(50);
});

test('an action that was never recorded cannot be settled', () => {
  const unknown = { actionId: 'a-9', outcome: 'done' as const, today: '2026-03-18' };
  expect(() => settleAction(first, unknown)).toThrow('no action with this id');
});
