import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayNumber } from './calendar-day.js';
import { plannedValueCurve, plannedValueOn } from './planned-value.js';
import { workCalendar } from './working-days.js';

const calendar = workCalendar({ holidays: ['2026-05-01'] });
const task = (budgetMinor: bigint, baselineStart: string, baselineFinish: string) => ({
  budgetMinor,
  baselineStart,
  baselineFinish,
});

test('a budget is spread over the working days of each month', () => {
  // 27 April to 8 May less the first of May: four working days in April, five in May.
  expect(plannedValueCurve([task(900n, '2026-04-27', '2026-05-08')], calendar, 'month')).toEqual([
    {
      period: '2026-04',
      firstDay: '2026-04-01',
      lastDay: '2026-04-30',
      plannedMinor: 400n,
      cumulativeMinor: 400n,
    },
    {
      period: '2026-05',
      firstDay: '2026-05-01',
      lastDay: '2026-05-31',
      plannedMinor: 500n,
      cumulativeMinor: 900n,
    },
  ]);
});

test('weeks run from Monday to Sunday, and an idle week stays in the curve', () => {
  const curve = plannedValueCurve(
    [task(500n, '2025-12-29', '2026-01-02'), task(100n, '2026-01-14', '2026-01-14')],
    calendar,
    'week',
  );
  expect(curve.map(({ period, lastDay, plannedMinor }) => [period, lastDay, plannedMinor])).toEqual([
    ['2025-12-29', '2026-01-04', 500n],
    ['2026-01-05', '2026-01-11', 0n],
    ['2026-01-12', '2026-01-18', 100n],
  ]);
});

test('a task that finishes before it starts is refused, not spread somehow', () => {
  expect(() => plannedValueCurve([task(1n, '2026-05-02', '2026-05-01')], calendar, 'month')).toThrow(
    expect.objectContaining({ code: 'budgeting/finish-before-start' }),
  );
});

test('no tasks, no curve', () => {
  expect(plannedValueCurve([], calendar, 'month')).toEqual([]);
});

test('the curve never falls, ends at the budget, and agrees with the status of every period end', () => {
  const date = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2027-12-31') }).map(dateOf);
  const tasks = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), date, date), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(tasks, fc.constantFrom('month', 'week'), (drawn, period) => {
      const plan = drawn.map(([budget, a, b]) => (a < b ? task(budget, a, b) : task(budget, b, a)));
      const curve = plannedValueCurve(plan, calendar, period);
      for (const { plannedMinor, cumulativeMinor, lastDay } of curve) {
        expect(plannedMinor >= 0n).toBe(true);
        expect(cumulativeMinor).toBe(plannedValueOn(plan, lastDay, calendar));
      }
      expect(curve.at(-1)?.cumulativeMinor).toBe(
        plan.reduce((all, { budgetMinor }) => all + budgetMinor, 0n),
      );
    }),
  );
});
