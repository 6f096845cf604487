import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayNumber } from './calendar-day.js';
import { plannedDays } from './planned-days.js';
import { plannedValueOn } from './planned-value.js';
import { workCalendar } from './working-days.js';

const calendar = workCalendar({ holidays: ['2026-01-01', '2026-05-01'] });
const first = dayNumber('2025-12-20');

const plannedTask = fc
  .record({ from: fc.nat(200), days: fc.nat(40), budget: fc.bigInt({ min: 0n, max: 10n ** 9n }) })
  .map(({ from, days, budget }) => ({
    budgetMinor: budget,
    baselineStart: dateOf(first + from),
    baselineFinish: dateOf(first + from + days),
  }));

describe('planned value day by day', () => {
  test('is on every day what is planned by that day', () => {
    fc.assert(
      fc.property(fc.array(plannedTask, { maxLength: 8 }), fc.nat(250), (tasks, offset) => {
        const day = dateOf(first + offset);
        const upTo = plannedDays(tasks, calendar).filter((one) => one.day <= day);
        expect(upTo.at(-1)?.cumulativeMinor ?? 0n).toBe(plannedValueOn(tasks, day, calendar));
      }),
    );
  });

  test('has no entry for a weekend in the middle of a task', () => {
    const task = { budgetMinor: 400n, baselineStart: '2026-03-05', baselineFinish: '2026-03-10' };
    expect(plannedDays([task], calendar)).toEqual([
      { day: '2026-03-05', cumulativeMinor: 100n },
      { day: '2026-03-06', cumulativeMinor: 200n },
      { day: '2026-03-09', cumulativeMinor: 300n },
      { day: '2026-03-10', cumulativeMinor: 400n },
    ]);
  });

  test('a task without a working day is planned over its calendar days', () => {
    const task = { budgetMinor: 10n, baselineStart: '2026-03-07', baselineFinish: '2026-03-08' };
    expect(plannedDays([task], calendar).map(({ day }) => day)).toEqual(['2026-03-07', '2026-03-08']);
  });
});
