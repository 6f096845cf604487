import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { costOfLine, costPlan, taskBudgets } from './cost-lines.js';
import type { CostLine } from './cost-lines.js';
import { workCalendar } from '../plan/working-days.js';
import { holderKey } from '../rates/labour-rate.js';
import type { LabourRate, RateHolder } from '../rates/labour-rate.js';

const rate = (holder: RateHolder, validFrom: string, perHourMinor: bigint, version = 1): LabourRate => ({
  rateId: holderKey(holder),
  version,
  holder,
  validFrom,
  perHourMinor,
  currency: 'EUR',
});
const rates = [
  rate({}, '2025-01-01', 80_00n),
  rate({ role: 'engineer' }, '2025-01-01', 100_00n),
  rate({ personId: 'ada' }, '2026-01-01', 120_00n),
  rate({ personId: 'ada' }, '2026-03-11', 130_00n, 2),
];
const terms = { rates, calendar: workCalendar({ holidays: ['2026-03-09'] }) };
const refused = (code: string): unknown => expect.objectContaining({ code });
const labour = (changes: Partial<CostLine & { kind: 'labour' }> = {}): CostLine => ({
  lineId: 'l',
  kind: 'labour',
  worker: { personId: 'ada', role: 'engineer' },
  effortHours: 40,
  start: '2026-03-02',
  finish: '2026-03-06',
  ...changes,
});

describe('a line costs', () => {
  test('its effort at the rate of the days it is done on', () => {
    expect(costOfLine(labour(), terms)).toBe(4_800_00n);
    // Tuesday 10 March at 120, Wednesday to Friday at 130; Monday is a holiday.
    expect(costOfLine(labour({ start: '2026-03-09', finish: '2026-03-13' }), terms)).toBe(5_100_00n);
  });

  test('nothing is asked of rates for days nobody works', () => {
    const sundayOn = labour({ worker: { personId: 'eve' }, start: '2025-01-04', finish: '2025-01-06' });
    const late = rate({}, '2025-01-06', 1n);
    expect(costOfLine(sundayOn, { ...terms, rates: [late] })).toBe(40n);
  });

  test('its quantity times its price, rounded once, half up', () => {
    expect(costOfLine({ lineId: 'm', kind: 'material', quantity: '2.5', unitPriceMinor: 3n }, terms)).toBe(
      8n,
    );
    expect(costOfLine({ lineId: 'f', kind: 'fixed', amountMinor: 7n }, terms)).toBe(7n);
  });

  test('never less than zero', () => {
    expect(() => costOfLine({ lineId: 'f', kind: 'fixed', amountMinor: -1n }, terms)).toThrow(
      refused('budgeting/negative-cost'),
    );
  });
});

test('a project is budgeted from its lines; what belongs to no task is shared out by weight', () => {
  const lines: readonly CostLine[] = [
    labour({ taskId: 'a' }),
    { lineId: 'licence', kind: 'fixed', amountMinor: 100_00n },
    { lineId: 'cable', kind: 'material', taskId: 'b', quantity: 3, unitPriceMinor: 5_00n },
  ];
  const plan = costPlan(
    lines,
    [
      { taskId: 'a', weight: 1n },
      { taskId: 'b', weight: 2n },
      { taskId: 'c', weight: 0n },
    ],
    terms,
  );
  expect(plan.totalMinor).toBe(4_915_00n);
  expect(plan.tasks).toEqual([
    { taskId: 'a', budgetMinor: 4_833_33n },
    { taskId: 'b', budgetMinor: 81_67n },
    { taskId: 'c', budgetMinor: 0n },
  ]);
});

test('without any weight the tasks share evenly', () => {
  const even = taskBudgets(
    [{ amountMinor: 100n }],
    ['a', 'b', 'c'].map((taskId) => ({ taskId, weight: 0n })),
  );
  expect(even.map(({ budgetMinor }) => budgetMinor)).toEqual([34n, 33n, 33n]);
});

test('a line for an unknown task, or cost without any task, is refused', () => {
  expect(() => taskBudgets([{ taskId: 'z', amountMinor: 1n }], [])).toThrow(
    refused('budgeting/unknown-task'),
  );
  expect(() => taskBudgets([{ amountMinor: 1n }], [])).toThrow(refused('budgeting/no-tasks'));
  expect(taskBudgets([], [])).toEqual([]);
});

test('the budgets of the tasks always sum to the lines', () => {
  const lines = fc.array(
    fc.record({ task: fc.option(fc.nat(4)), amountMinor: fc.bigInt({ min: 0n, max: 10n ** 13n }) }),
  );
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(lines, weights, (drawn, all) => {
      const budgets = taskBudgets(
        drawn.map(({ task, amountMinor }) => ({
          taskId: task === null ? undefined : `${task}`,
          amountMinor,
        })),
        all.map((weight, index) => ({ taskId: `${index}`, weight })),
      );
      const total = drawn.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      expect(budgets.reduce((sum, { budgetMinor }) => sum + budgetMinor, 0n)).toBe(total);
      expect(budgets.every(({ budgetMinor }) => budgetMinor >= 0n)).toBe(true);
    }),
  );
});
