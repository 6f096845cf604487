import { expect, test } from '@jest/globals';
import { plannedPart } from './planned-part.js';
import type { AnnouncedTask } from './planned-part.js';

const task: AnnouncedTask = {
  taskId: 't',
  wbs: '1',
  isSummary: false,
  start: '2026-03-02',
  finish: '2026-03-06',
  durationMinutes: 2_400,
  workMinutes: 0,
  percentComplete: 0,
};
const leaf = (more: Partial<AnnouncedTask>) => plannedPart('p', 1, [{ ...task, ...more }]).tasks[0];

test('a summary carries no money of its own', () => {
  expect(plannedPart('p', 1, [{ ...task, isSummary: true }]).tasks).toEqual([]);
});

test('the dates of the plan stand in for a missing baseline', () => {
  expect(leaf({})).toMatchObject({
    baselineStart: '2026-03-02',
    baselineFinish: '2026-03-06',
    hasBaseline: false,
  });
});

test('a baseline that ends before it starts, or lacks an end, is planned for one day', () => {
  const oneDay = { baselineStart: '2026-02-10', baselineFinish: '2026-02-10', hasBaseline: true };
  expect(leaf({ baselineStart: '2026-02-10', baselineFinish: '2026-02-01' })).toMatchObject(oneDay);
  expect(leaf({ baselineStart: '2026-02-10' })).toMatchObject(oneDay);
});
