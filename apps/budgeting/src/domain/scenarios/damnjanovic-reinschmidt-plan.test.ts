import { expect, test } from '@jest/globals';
import { earnedValueFigures } from '../earned-value/earned-value.js';
import { earnedSchedule } from '../earned-value/earned-schedule.js';
import { valueOf } from '../earned-value/figure.js';
import { performanceIndices } from '../earned-value/performance-index.js';
import { plannedValueCurve } from '../plan/planned-value.js';
import { projectValue } from '../earned-value/task-value.js';
import type { BudgetedTask } from '../earned-value/task-value.js';
import { workCalendar } from '../plan/working-days.js';

// EVM-1 and ES-2. Source: test-evm.R of the R package PRA 0.x (commit 25c62aa), after Damnjanovic & Reinschmidt 2020,
// "Data Analytics for Engineering and Construction Project Risk Management": budget 100,000 planned 10/20/40/70/100%
// over five periods; at the end of the third 35% is done for 36,000. EVM-2: further outputs, exact, from the same input.
const calendar = workCalendar();
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
const lastDays = [31, 28, 31, 30, 31];
const budgets = [10_000_00n, 10_000_00n, 20_000_00n, 30_000_00n, 30_000_00n];
const tasks = budgets.map((budgetMinor, index): BudgetedTask => ({
  taskId: `month ${index + 1}`,
  budgetMinor,
  baselineStart: `${months[index]}-01`,
  baselineFinish: `${months[index]}-${lastDays[index]}`,
  actualMinor: index === 0 ? 36_000_00n : 0n,
  // 10,000 + 10,000 + 15,000 are earned.
  method: { kind: 'percent-complete', percentComplete: [100, 100, 75, 0, 0][index] as number },
}));
const totals = { bacMinor: 100_000_00n, pvMinor: 40_000_00n, evMinor: 35_000_00n, acMinor: 36_000_00n };

test('EVM-1: at the end of month three the project is behind plan and over cost', () => {
  const { figures } = projectValue(tasks, { statusDate: '2026-03-31', calendar });
  expect(figures).toMatchObject({ ...totals, svMinor: -5_000_00n, cvMinor: -1_000_00n });
  expect(figures.spi).toEqual({ state: 'available', value: '0.875000' });
  expect(figures.cpi).toEqual({ state: 'available', value: '0.972222' });
});

test('EVM-1: the plan curve is the published one', () => {
  expect(
    plannedValueCurve(tasks, calendar, 'month').map(({ cumulativeMinor }) => cumulativeMinor / 100n),
  ).toEqual([10_000n, 20_000n, 40_000n, 70_000n, 100_000n]);
});

test('EVM-2: every estimate at completion, and what follows from it', () => {
  const { estimates, tcpiBac, cpi } = earnedValueFigures(totals);
  expect(valueOf(estimates['cost-index'].eacMinor)).toBe(102_857_14n);
  expect(valueOf(estimates['planned-rate'].eacMinor)).toBe(101_000_00n);
  expect(valueOf(estimates['cost-and-schedule-index'].eacMinor)).toBe(112_408_16n);
  expect(valueOf(estimates['weighted-indices'].eacMinor)).toBe(104_221_57n);
  expect(valueOf(estimates['cost-index'].etcMinor)).toBe(66_857_14n);
  expect(valueOf(estimates['cost-index'].vacMinor)).toBe(-2_857_14n);
  expect(valueOf(tcpiBac)).toBe('1.015625');
  expect(estimates['cost-index'].tcpiEac).toEqual(cpi);
});

test('ES-2: three quarters of month three are earned', () => {
  const figures = earnedSchedule({
    cumulativePvMinor: [10_000_00n, 20_000_00n, 40_000_00n, 70_000_00n, 100_000_00n],
    evMinor: 35_000_00n,
    actualTime: 3,
    cpi: performanceIndices(totals).cpi,
  });
  expect(figures).toMatchObject({ plannedDuration: 5, earnedSchedule: '2.750000', svTime: '-0.250000' });
  expect(valueOf(figures.spiTime)).toBe('0.916667');
  expect(valueOf(figures.ieacTime.atTimeIndex)).toBe('5.454545');
  expect(figures.ieacTime.atPlannedRate).toBe('5.250000');
  // 3 + 2.25 / (35/36 × 11/12)
  expect(valueOf(figures.ieacTime.atCriticalRatio)).toBe('5.524675');
  expect(valueOf(figures.tspi)).toBe('1.125000');
});
