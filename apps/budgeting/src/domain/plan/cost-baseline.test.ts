import { describe, expect, test } from '@jest/globals';
import { costBaseline, earnedOfTask } from './cost-baseline.js';
import type { BaselineTask } from './cost-baseline.js';
import { taskWeights } from './task-weights.js';
import { workCalendar } from './working-days.js';

const calendar = workCalendar();
const task = (taskId: string, more: Partial<BaselineTask> = {}): BaselineTask => ({
  taskId,
  planCostMinor: null,
  workMinutes: 0n,
  durationMinutes: 480n,
  baselineStart: '2026-03-02',
  baselineFinish: '2026-03-06',
  percentComplete: 0,
  ...more,
});

describe('a budget laid over a plan', () => {
  test('goes by the cost of the plan where it has any', () => {
    const tasks = [
      task('a', { planCostMinor: 1n, workMinutes: 9n }),
      task('b', { planCostMinor: 3n }),
      task('c'),
    ];
    expect(taskWeights(tasks).map(({ weight }) => weight)).toEqual([1n, 3n, 0n]);
  });

  test('goes by work where the plan has no cost, and by duration where it has no work', () => {
    expect(taskWeights([task('a', { workMinutes: 60n }), task('b')]).map(({ weight }) => weight)).toEqual([
      60n,
      0n,
    ]);
    expect(
      taskWeights([task('a'), task('b', { durationMinutes: 960n })]).map(({ weight }) => weight),
    ).toEqual([480n, 960n]);
  });

  test('sums to the cent, with a task outside of the plan shared out', () => {
    const lines = [
      { taskId: 'b', amountMinor: 50n },
      { taskId: 'gone', amountMinor: 60n },
      { taskId: null, amountMinor: 40n },
    ];
    const baseline = costBaseline(lines, [task('a'), task('b'), task('c')], calendar);
    expect(baseline.tasks.map(({ budgetMinor }) => budgetMinor)).toEqual([34n, 83n, 33n]);
    expect(baseline.days.at(-1)).toEqual({ day: '2026-03-06', cumulativeMinor: 150n, effortMinor: 0n });
    expect(baseline.months.map(({ cumulativeMinor }) => cumulativeMinor)).toEqual([150n]);
  });

  test('earns what is done, rounded once per task', () => {
    const lines = [{ taskId: null, amountMinor: 2n }];
    const halves = [task('a', { percentComplete: 50 }), task('b', { percentComplete: 50 })];
    expect(costBaseline(lines, halves, calendar).measuredMinor).toBe(2n);
  });

  test('of a plan without tasks carries nothing', () => {
    expect(costBaseline([{ taskId: null, amountMinor: 2n }], [], calendar)).toEqual({
      tasks: [],
      measuredMinor: 0n,
      effortBudgetMinor: 0n,
      days: [],
      months: [],
    });
  });
});

test('0/100 earns at the finish, 50/50 half once anything is reported; half a cent rounds up', () => {
  const earned = (method: 'zero-hundred' | 'fifty-fifty') =>
    [0, 1, 50, 99, 100].map((percent) => earnedOfTask(101n, percent, method));
  expect(earned('zero-hundred')).toEqual([0n, 0n, 0n, 0n, 101n]);
  expect(earned('fifty-fifty')).toEqual([0n, 51n, 51n, 51n, 101n]);
});
