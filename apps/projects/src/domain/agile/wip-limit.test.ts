import { expect, test } from '@jest/globals';
import type { ItemState } from './backlog-item.js';
import { overrunOf, requireAllowed, type WipLimits } from './wip-limit.js';

const limits: WipLimits = { onOverrun: 'refuse', committed: 5, inProgress: 2 };
const item = (state: ItemState) => ({ state, title: 'Sign on a phone' });

test('a column takes as many items as its limit says, and the next one goes over it', () => {
  expect(overrunOf(item('committed'), 'in-progress', { limits, held: 1 })).toBeNull();
  expect(overrunOf(item('committed'), 'in-progress', { limits, held: 2 })).toEqual({
    limit: 2,
    held: 2,
    sentence: '"Sign on a phone" is item 3 that is in progress; the limit is 2.',
  });
  expect(overrunOf(item('backlog'), 'committed', { limits, held: 7 })).toMatchObject({ limit: 5, held: 7 });
});

test('what leaves work, and what has no limit, is never over one', () => {
  for (const to of ['backlog', 'done', 'dropped'] as const)
    expect(overrunOf(item('in-progress'), to, { limits, held: 400 })).toBeNull();
  const none = { ...limits, inProgress: null };
  expect(overrunOf(item('committed'), 'in-progress', { limits: none, held: 400 })).toBeNull();
});

test('a board warns or refuses, as its own policy says', () => {
  const overrun = overrunOf(item('done'), 'in-progress', { limits, held: 2 });
  expect(() => requireAllowed(limits, overrun)).toThrow(
    'the limit is 2. Finish or take back one of them first.',
  );
  expect(() => requireAllowed({ ...limits, onOverrun: 'warn' }, overrun)).not.toThrow();
  expect(() => requireAllowed(limits, null)).not.toThrow();
});
