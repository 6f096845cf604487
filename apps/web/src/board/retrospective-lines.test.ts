import { expect, test } from '@jest/globals';
import type { RetrospectiveAction } from '@meridian/contracts-projects';
import { linesOf, openActions } from './retrospective-lines.js';

function action(actionId: string, state: RetrospectiveAction['state']): RetrospectiveAction {
  const facts = { text: 'Pair more', ownerPersonId: 'p', ownerName: 'Ada', dueOn: '2026-03-20' };
  return { actionId, ...facts, state, ...(state === 'open' ? {} : { settledOn: '2026-03-18' }) };
}

test('each line is one thing that was said, said once', () => {
  expect(linesOf('The demo\n\n  Fast reviews \nThe demo\n')).toEqual(['The demo', 'Fast reviews']);
  expect(linesOf('  \n')).toEqual([]);
});

test('open actions are said again without their state, settled ones stay by themselves', () => {
  const said = { sprintId: 's', version: 2, wentWell: [], toImprove: [] };
  const before = { ...said, actions: [action('a', 'done'), action('b', 'open')] };
  expect(openActions(before)).toEqual([
    { actionId: 'b', text: 'Pair more', ownerPersonId: 'p', ownerName: 'Ada', dueOn: '2026-03-20' },
  ]);
  expect(openActions(undefined)).toEqual([]);
});
