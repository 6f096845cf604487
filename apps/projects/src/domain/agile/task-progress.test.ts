import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ItemState } from './backlog-item.js';
import { claimOfItems, percentOfItems, type ItemOfTask } from './task-progress.js';

const item = (state: ItemState, points: number | null, day: string | null = null): ItemOfTask => ({
  state,
  points,
  startedOn: day,
  doneOn: state === 'done' ? day : null,
  movedOn: day,
});
const fresh = { percentComplete: 0, actualStart: null };

test('a task is done by the points of its items: 5 of 8 points are 62 percent', () => {
  expect(percentOfItems([item('done', 5), item('in-progress', 3)])).toBe(62);
});

test('a task is not done before its last item is, estimated or not', () => {
  expect(percentOfItems([item('done', 8), item('committed', null)])).toBe(99);
  expect(percentOfItems([item('done', null), item('backlog', null)])).toBe(0);
  expect(percentOfItems([item('done', null), item('done', 3)])).toBe(100);
});

test('dropped items are no part of a task, and a task without items follows none', () => {
  expect(percentOfItems([item('done', 5), item('dropped', 3)])).toBe(100);
  expect(percentOfItems([item('dropped', 3)])).toBeNull();
});

test('the percentage is 100 only when all is done, and never falls when an item is finished', () => {
  const states = fc.constantFrom<ItemState>('backlog', 'committed', 'in-progress', 'done', 'dropped');
  const drawn = fc.tuple(states, fc.option(fc.integer({ min: 1, max: 20 })));
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 9 }), (pairs) => {
      const items = pairs.map(([state, points]) => item(state, points));
      const percent = percentOfItems(items);
      if (percent === null) return;
      expect(percent).toBeGreaterThanOrEqual(0);
      const isDone = items.every(({ state }) => state === 'done' || state === 'dropped');
      expect(percent === 100).toBe(isDone);
      const next = items.findIndex(({ state }) => state === 'in-progress');
      const finished = items.map((one, at) => (at === next ? { ...one, state: 'done' as const } : one));
      expect(percentOfItems(finished)).toBeGreaterThanOrEqual(percent);
    }),
  );
});

test('work on the first item starts the task, on the day it began', () => {
  const items = [item('in-progress', 5, '2026-03-03'), item('backlog', 3)];
  expect(claimOfItems(fresh, items, '2026-03-05')).toEqual({
    percentComplete: 0,
    asOf: '2026-03-05',
    actualStart: '2026-03-03',
  });
});

test('items that change nothing of the task report nothing', () => {
  expect(claimOfItems(fresh, [item('committed', 5)], '2026-03-05')).toBeNull();
  expect(claimOfItems(fresh, [item('dropped', 5)], '2026-03-05')).toBeNull();
});

test('the last item finishes the task on the day it was done', () => {
  const items = [item('done', 5, '2026-03-04'), item('done', 3, '2026-03-06')];
  const task = { percentComplete: 62, actualStart: '2026-03-02T08:00:00' };
  expect(claimOfItems(task, items, '2026-03-06')).toEqual({
    percentComplete: 100,
    asOf: '2026-03-06',
    actualFinish: '2026-03-06',
  });
});

test('a task that was reported by hand and then gets items follows them, but stays begun', () => {
  const byHand = { percentComplete: 40, actualStart: '2026-03-02T08:00:00' };
  expect(claimOfItems(byHand, [item('backlog', 5)], '2026-03-09')).toEqual({
    percentComplete: 0,
    asOf: '2026-03-09',
    actualStart: '2026-03-02',
  });
});
