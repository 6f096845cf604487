import { expect, test } from '@jest/globals';
import type { Refusal } from '@meridian/refusal';
import { explained, followedUp, isOverdue } from './variance.js';
import type { Variance } from './variance.js';

const TODAY = '2026-11-23';
const ASKED: Variance = { state: 'asked', isBroken: true, dueOn: null };
const PLAN = {
  cause: 'Dearer steel',
  impact: 'No contingency left',
  action: 'Other mill',
  dueOn: '2026-12-15',
};
const ACTING = explained(ASKED, PLAN, TODAY);

const code = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'accepted';
  } catch (refusal) {
    return (refusal as Refusal).code;
  }
};

test('a variance that is explained has a corrective action under way, due on its day', () => {
  expect(ACTING).toEqual({ state: 'acting', isBroken: true, dueOn: '2026-12-15' });
  expect(explained(ACTING, { ...PLAN, dueOn: '2027-01-15' }, TODAY).dueOn).toBe('2027-01-15');
});

test('a corrective action is due today or later', () => {
  expect(code(() => explained(ASKED, { ...PLAN, dueOn: TODAY }, TODAY))).toBe('accepted');
  expect(code(() => explained(ASKED, { ...PLAN, dueOn: '2026-11-22' }, TODAY))).toBe(
    'budgeting/due-day-past',
  );
  expect(code(() => followedUp(ACTING, { outcome: 'goes-on', dueOn: '2026-11-22' }, TODAY))).toBe(
    'budgeting/due-day-past',
  );
});

test('what was not explained has nothing to follow up', () => {
  expect(code(() => followedUp(ASKED, { outcome: 'goes-on' }, TODAY))).toBe(
    'budgeting/variance-not-explained',
  );
});

test('an action that goes on keeps its day or gets a later one', () => {
  expect(followedUp(ACTING, { outcome: 'goes-on' }, TODAY)).toEqual(ACTING);
  expect(followedUp(ACTING, { outcome: 'goes-on', dueOn: '2027-02-01' }, TODAY).dueOn).toBe('2027-02-01');
});

test('an action that did not work asks for another one', () => {
  expect(followedUp(ACTING, { outcome: 'did-not-work' }, TODAY)).toEqual(ASKED);
});

test('an action has not worked while the forecast is outside of its tolerance; then it closes for good', () => {
  expect(code(() => followedUp(ACTING, { outcome: 'worked' }, TODAY))).toBe(
    'budgeting/variance-still-broken',
  );
  const closed = followedUp({ ...ACTING, isBroken: false }, { outcome: 'worked' }, TODAY);
  expect(closed.state).toBe('closed');
  expect(code(() => explained(closed, PLAN, TODAY))).toBe('budgeting/variance-closed');
  expect(code(() => followedUp(closed, { outcome: 'goes-on' }, TODAY))).toBe('budgeting/variance-closed');
});

test('an action is overdue the day after it was due, unless the variance is closed or asked again', () => {
  expect([isOverdue(ACTING, '2026-12-15'), isOverdue(ACTING, '2026-12-16')]).toEqual([false, true]);
  expect(isOverdue({ ...ACTING, state: 'closed' }, '2026-12-16')).toBe(false);
  expect(isOverdue(ASKED, '2026-12-16')).toBe(false);
});
