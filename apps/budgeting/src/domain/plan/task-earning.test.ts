import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { costBaseline, earnedOfTask } from './cost-baseline.js';
import { HOUSE_CALENDAR } from './house-calendar.js';
import { earningOf, earningOfTasks } from './task-earning.js';
import type { EarningRule } from './task-earning.js';

const task = (wbs: string, percentComplete = 0) => ({
  taskId: `task ${wbs}`,
  wbs,
  baselineStart: '2026-01-05',
  baselineFinish: '2026-01-09',
  percentComplete,
  planCostMinor: 1_000n,
  workMinutes: 480n,
  durationMinutes: 480n,
});
const plan = [task('1.1', 40), task('1.2'), task('1.3'), task('2')];
const points = (wbs: string, quantityDone: string): EarningRule => ({
  wbs,
  method: 'agile-points',
  quantityDone,
  quantityPlanned: '200',
});
const milestones = (wbs: string): EarningRule => ({
  wbs,
  method: 'weighted-milestones',
  milestones: [
    { name: 'Designed', weight: '20', reachedOn: '2026-01-06' },
    { name: 'Built', weight: '30.5' },
    { name: 'Tested', weight: '49.5' },
  ],
});
const withTask = (wbs: string, baseWbs: string): EarningRule => ({ wbs, method: 'apportioned', baseWbs });
const asPlanned = (wbs: string): EarningRule => ({ wbs, method: 'level-of-effort' });

function earned(rules: readonly EarningRule[], tasks = plan) {
  const earning = earningOfTasks(tasks, rules);
  const lines = [{ taskId: null, amountMinor: BigInt(tasks.length) * 1_000n }];
  return costBaseline(
    lines,
    tasks.map((one) => ({ ...one, earning: earning.get(one.taskId) })),
    HOUSE_CALENDAR,
  );
}

test.each<[string, readonly EarningRule[], bigint]>([
  ['by percent where nothing is said', [], 400n],
  ['the weight of the milestones that are reached', [milestones('1.2')], 600n],
  ['the points that are done, of every task of the part', [points('1', '50')], 750n],
  ['no more than all, however much is done', [points('2', '300')], 1_400n],
  ['with a task that is measured', [withTask('2', '1.1')], 800n],
  ['with a task that earns with another one', [withTask('2', '1.3'), withTask('1.3', '1.1')], 1_200n],
  ['with a task that earns by what is recorded', [withTask('2', '1.2'), milestones('1.2')], 800n],
  ['nothing measured where it earns as planned', [asPlanned('1')], 0n],
  ['the innermost part counts', [asPlanned('1'), points('1.2', '100')], 500n],
  ['by percent where its base has left the plan', [withTask('1.1', '7')], 400n],
])('a task earns %s', (_how, rules, measuredMinor) => {
  expect(earned(rules).measuredMinor).toBe(measuredMinor);
});

test('level of effort is earned as it is planned, day by day, beside all that is planned', () => {
  const { days, effortBudgetMinor } = earned([asPlanned('1')]);
  expect(effortBudgetMinor).toBe(3_000n);
  expect(days.map(({ cumulativeMinor, effortMinor }) => [cumulativeMinor, effortMinor])).toEqual([
    [800n, 600n],
    [1_600n, 1_200n],
    [2_400n, 1_800n],
    [3_200n, 2_400n],
    [4_000n, 3_000n],
  ]);
});

describe('refused is', () => {
  const setting = (rules: readonly EarningRule[], wbs: string) => () => earningOf(task(wbs), plan, rules);

  test.each<[string, readonly EarningRule[], string]>([
    ['a base that is not there', [withTask('2', '7')], 'no task with work of its own'],
    ['a base that is a summary', [withTask('2', '1')], 'no task with work of its own'],
    ['a base that earns as planned', [withTask('2', '1.1'), asPlanned('1')], 'earns as planned'],
    ['a task that earns with itself', [withTask('2', '2')], 'in turn earns with it'],
    ['a circle', [withTask('2', '1.1'), withTask('1.1', '2')], 'in turn earns with it'],
    ['a quantity of nothing', [{ ...points('2', '1'), quantityPlanned: '0' } as EarningRule], 'above zero'],
  ])('%s', (_what, rules, sentence) => {
    expect(setting(rules, '2')).toThrow(sentence);
  });
});

test('one report changes what is earned as valuing all anew does, also for those that earn with the task', () => {
  const percent = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(percent, percent, fc.bigInt(1n, 10_000n), (before, after, amountMinor) => {
      const rules = [withTask('2', '1.1'), withTask('1.3', '2'), points('1.2', '77')];
      const at = (percentComplete: number) => {
        const tasks = [task('1.1', percentComplete), ...plan.slice(1)];
        const earning = earningOfTasks(tasks, rules);
        const placed = tasks.map((one) => ({ ...one, earning: earning.get(one.taskId) }));
        return costBaseline([{ taskId: null, amountMinor }], placed, HOUSE_CALENDAR);
      };
      const [old, now] = [at(before), at(after)];
      const base = old.tasks[0];
      const carried = (base?.budgetMinor ?? 0n) + (base?.followerMinor ?? 0n);
      expect(old.measuredMinor + earnedOfTask(carried, after) - (base?.evMinor ?? 0n)).toBe(
        now.measuredMinor,
      );
      expect(now.measuredMinor).toBeLessThanOrEqual(amountMinor);
    }),
  );
});
