import { expect, test } from '@jest/globals';
import type { StoredLink } from '../plan/stored-plan.js';
import type { BaselineTask } from './baseline.js';
import { compareBaselines } from './compare-baselines.js';

function task(taskId: string, finish: string, more: Partial<BaselineTask> = {}): BaselineTask {
  return {
    taskId,
    parentTaskId: null,
    wbs: taskId,
    name: taskId,
    isSummary: false,
    isMilestone: false,
    start: '2026-03-02T08:00:00',
    finish: `${finish}T17:00:00`,
    workMinutes: 480,
    budgetMinor: 1000n,
    ...more,
  };
}

function link(fromTaskId: string, toTaskId: string, lagMinutes = 0): StoredLink {
  return { fromTaskId, toTaskId, kind: 'FS', lagKind: 'working', lagMinutes, lagPercent: null };
}

test('what is the same in both is no difference', () => {
  const content = { tasks: [task('dig', '2026-03-06')], links: [link('dig', 'pour')] };
  expect(compareBaselines(content, content)).toEqual({ tasks: [], links: [] });
});

test('moves, scope, work and cost are told as later minus earlier, the largest move first', () => {
  const from = {
    tasks: [task('dig', '2026-03-06'), task('pour', '2026-03-13'), task('paint', '2026-03-20')],
    links: [],
  };
  const to = {
    tasks: [
      task('dig', '2026-03-05'),
      task('pour', '2026-03-20', { workMinutes: 960, budgetMinor: 900n }),
      task('roof', '2026-03-27'),
    ],
    links: [],
  };
  const { tasks } = compareBaselines(from, to);
  const told = tasks.map(({ name, change, finishDays, workMinutesMore, budgetMinorMore }) => [
    name,
    change,
    finishDays,
    workMinutesMore,
    budgetMinorMore,
  ]);
  expect(told).toEqual([
    ['pour', 'changed', 7, 480, -100n],
    ['dig', 'changed', -1, 0, 0n],
    ['roof', 'added', 0, 480, 1000n],
    ['paint', 'removed', 0, -480, -1000n],
  ]);
});

test('links are compared by their ends and kind; another lag is a change', () => {
  const from = { tasks: [], links: [link('a', 'b'), link('b', 'c'), link('c', 'd')] };
  const to = { tasks: [], links: [link('a', 'b'), link('b', 'c', 480), link('d', 'e')] };
  const told = compareBaselines(from, to).links.map(({ link: one, change }) => [one.fromTaskId, change]);
  expect(told).toEqual([
    ['b', 'changed'],
    ['d', 'added'],
    ['c', 'removed'],
  ]);
});
