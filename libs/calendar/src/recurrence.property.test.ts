import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateFromDay, dayFromDate, dayNumberOf, WEEKDAYS } from './moment.js';
import { expandRecurrence } from './recurrence.js';
import type { ItemOfMonth, PositionInMonth, Recurrence, RecurrenceRule } from './recurrence.js';

const POSITIONS: readonly PositionInMonth[] = ['first', 'second', 'third', 'fourth', 'last'];
const ITEMS: readonly ItemOfMonth[] = [...WEEKDAYS, 'day', 'weekday', 'weekend-day'];
const interval = fc.integer({ min: 1, max: 5 });
const month = fc.integer({ min: 1, max: 12 });
const dayOfMonth = fc.integer({ min: 1, max: 31 });
const place = { position: fc.constantFrom(...POSITIONS), item: fc.constantFrom(...ITEMS) };

const rules: fc.Arbitrary<RecurrenceRule> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval }),
  fc.record({
    every: fc.constant('week' as const),
    interval,
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
  }),
  fc.record({ every: fc.constant('month' as const), interval, dayOfMonth }),
  fc.record({ every: fc.constant('month' as const), interval, ...place }),
  fc.record({ every: fc.constant('year' as const), month, dayOfMonth }),
  fc.record({ every: fc.constant('year' as const), month, ...place }),
);
const from = fc
  .integer({ min: dayNumberOf(1999, 1, 1), max: dayNumberOf(2030, 12, 31) })
  .map((day) => dateFromDay(day));

/** Does the pattern that began on this date fall on that one? Counted day by day with the calendar of the platform. */
function falls(rule: RecurrenceRule, begin: string, date: string): boolean {
  const [first, day] = [new Date(`${begin}T00:00:00Z`), new Date(`${date}T00:00:00Z`)];
  const days = (day.getTime() - first.getTime()) / 86_400_000;
  if (rule.every === 'day') return days % rule.interval === 0;
  if (rule.every === 'week') {
    const weeks = Math.floor((days + first.getUTCDay()) / 7);
    return weeks % rule.interval === 0 && rule.weekdays.includes(WEEKDAYS[day.getUTCDay()]!);
  }
  const months =
    (day.getUTCFullYear() - first.getUTCFullYear()) * 12 + day.getUTCMonth() - first.getUTCMonth();
  const isMonth =
    rule.every === 'month' ? months % rule.interval === 0 : day.getUTCMonth() + 1 === rule.month;
  return isMonth && isThatDay(rule, day);
}

function isThatDay(rule: Exclude<RecurrenceRule, { every: 'day' | 'week' }>, day: Date): boolean {
  const length = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  if ('dayOfMonth' in rule) return day.getUTCDate() === Math.min(rule.dayOfMonth, length);
  const matching = Array.from({ length }, (_, index) => index + 1).filter((of) =>
    isItem(rule.item, new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), of)).getUTCDay()),
  );
  const at = rule.position === 'last' ? matching.length - 1 : POSITIONS.indexOf(rule.position);
  return matching[at] === day.getUTCDate();
}

function isItem(item: ItemOfMonth, weekday: number): boolean {
  if (item === 'day') return true;
  if (item === 'weekday') return weekday >= 1 && weekday <= 5;
  return item === 'weekend-day' ? weekday === 0 || weekday === 6 : WEEKDAYS[weekday] === item;
}

describe('a repeating pattern', () => {
  test('has exactly the days on which it falls, oldest first, from its first date to its last', () => {
    fc.assert(
      fc.property(rules, from, fc.integer({ min: 0, max: 900 }), (rule, begin, length) => {
        const until = dateFromDay(dayFromDate(begin) + length);
        const expected = Array.from({ length: length + 1 }, (_, at) => dateFromDay(dayFromDate(begin) + at));
        const dates = expandRecurrence({ ...rule, from: begin, until });
        expect(dates).toEqual(expected.filter((date) => falls(rule, begin, date)));
      }),
      { numRuns: 300 },
    );
  });

  test('ends with its count or its last date, whichever comes first', () => {
    fc.assert(
      fc.property(
        rules,
        from,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 400 }),
        (rule, begin, occurrences, length) => {
          const until = dateFromDay(dayFromDate(begin) + length);
          const both = expandRecurrence({ ...rule, from: begin, until, occurrences });
          expect(both).toEqual(expandRecurrence({ ...rule, from: begin, until }).slice(0, occurrences));
          const counted = expandRecurrence({ ...rule, from: begin, occurrences });
          expect(counted).toHaveLength(occurrences);
          expect(counted.slice(0, both.length)).toEqual(both);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('ends with the last day that plans may use', () => {
    const pattern = { every: 'day', interval: 1, from: '2199-12-30' } as const;
    expect(expandRecurrence({ ...pattern, occurrences: 9 })).toEqual(['2199-12-30', '2199-12-31']);
    expect(expandRecurrence({ ...pattern, until: '2199-12-30' })).toEqual(['2199-12-30']);
  });

  test.each([
    ['no interval', { every: 'day', interval: 0.5, from: '2025-01-01', occurrences: 1 }],
    ['no weekday', { every: 'week', interval: 1, weekdays: [], from: '2025-01-01', occurrences: 1 }],
  ] satisfies readonly (readonly [string, Recurrence])[])(
    'with %s is refused, and says what was found',
    (_what, recurrence) => {
      expect(() => expandRecurrence(recurrence)).toThrow(
        expect.objectContaining({
          code: 'calendar/recurrence-invalid',
          kind: 'unprocessable',
          details: { recurrence },
        }),
      );
    },
  );
});
