import { expect, test } from '@jest/globals';
import { integrityFlags } from './earned-value-integrity.js';
import type { IntegrityInput } from './earned-value-integrity.js';
import { taskValues } from './task-value.js';
import type { BudgetedTask } from './task-value.js';
import { workCalendar } from '../plan/working-days.js';

const statusDate = '2026-03-13';
const sound: BudgetedTask = {
  taskId: 'build',
  budgetMinor: 1_000n,
  baselineStart: '2026-03-09',
  baselineFinish: '2026-03-20',
  actualMinor: 400n,
  actualStart: '2026-03-09',
  method: { kind: 'percent-complete', percentComplete: 40 },
};

function flags(tasks: readonly BudgetedTask[], more: Partial<IntegrityInput> = {}): readonly unknown[] {
  const values = taskValues(tasks, { statusDate, calendar: workCalendar() });
  return integrityFlags({ statusDate, tasks, values, ...more });
}

test('a sound report raises no flag', () => {
  const previous = new Map([['build', { bacMinor: 1_000n, evMinor: 300n }]]);
  expect(
    flags([sound], { previous, closedPeriods: [{ period: '2026-02', closedPvMinor: 5n, pvMinor: 5n }] }),
  ).toEqual([]);
});

test('cost with nothing earned is flagged', () => {
  const idle: BudgetedTask = { ...sound, method: { kind: 'zero-hundred' } };
  expect(flags([idle])).toEqual([{ flag: 'cost-without-earned-value', taskId: 'build' }]);
});

test.each([undefined, '2026-03-14'])('value earned before the start (%s) is flagged', (actualStart) => {
  expect(flags([{ ...sound, actualStart }])).toEqual([
    { flag: 'earned-value-before-start', taskId: 'build' },
  ]);
});

test('earned value that fell is flagged', () => {
  const previous = new Map([['build', { bacMinor: 1_000n, evMinor: 401n }]]);
  expect(flags([sound], { previous })).toEqual([{ flag: 'earned-value-decreased', taskId: 'build' }]);
});

test('a budget that changed is flagged unless a decision covers it', () => {
  const previous = new Map([['build', { bacMinor: 900n, evMinor: 0n }]]);
  expect(flags([sound], { previous })).toEqual([
    { flag: 'budget-changed-without-decision', taskId: 'build' },
  ]);
  expect(flags([sound], { previous, decidedTaskIds: new Set(['build']) })).toEqual([]);
});

test('a plan changed behind a closed period is flagged', () => {
  expect(flags([sound], { closedPeriods: [{ period: '2026-02', closedPvMinor: 5n, pvMinor: 6n }] })).toEqual([
    { flag: 'planned-value-changed-in-closed-period', detail: '2026-02' },
  ]);
});

test('value claimed on a milestone nobody accepted is flagged, and counted all the same', () => {
  const milestones = [{ milestoneId: 'design', weight: 1, reachedOn: '2026-03-10', isAccepted: false }];
  const claimed: BudgetedTask = { ...sound, method: { kind: 'weighted-milestones', milestones } };
  expect(flags([claimed])).toEqual([{ flag: 'milestone-not-accepted', taskId: 'build', detail: 'design' }]);
  expect(taskValues([claimed], { statusDate, calendar: workCalendar() })[0]?.evMinor).toBe(1_000n);
});

test('more than 15 per cent on level of effort is flagged, exactly 15 is not', () => {
  const effort = (budgetMinor: bigint): BudgetedTask => ({
    ...sound,
    taskId: 'office',
    budgetMinor,
    actualMinor: 0n,
    method: { kind: 'level-of-effort' },
  });
  const build = { ...sound, budgetMinor: 850n };
  expect(flags([build, effort(150n)])).toEqual([]);
  expect(flags([build, effort(151n)])).toEqual([{ flag: 'level-of-effort-share-high' }]);
});
