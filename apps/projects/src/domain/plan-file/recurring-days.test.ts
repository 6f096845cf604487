import { expect, test } from '@jest/globals';
import { recurringDays } from './recurring-days.js';
import type { Recurrence } from './recurring-days.js';

const NEVER: Recurrence = {
  type: 7,
  period: 1,
  daysOfWeek: 0,
  monthItem: 0,
  monthPosition: 0,
  month: 0,
  monthDay: 1,
  occurrences: undefined,
};

/** The first two cases of each kind are Microsoft Project's own: their last day is the end it computed. */
test.each<[string, Partial<Recurrence>, string, string, string[]]>([
  [
    'every third day',
    { type: 7, period: 3 },
    '2000-02-01',
    '2000-02-10',
    ['2000-02-01', '2000-02-04', '2000-02-07', '2000-02-10'],
  ],
  [
    'every second Tuesday',
    { type: 6, period: 2, daysOfWeek: 4 },
    '2001-01-01',
    '2001-02-13',
    ['2001-01-02', '2001-01-16', '2001-01-30', '2001-02-13'],
  ],
  [
    'the first Monday of every second month',
    { type: 5, period: 2, monthItem: 4 },
    '2002-01-01',
    '2002-05-06',
    ['2002-01-07', '2002-03-04', '2002-05-06'],
  ],
  [
    'the first of every second month',
    { type: 4, period: 2 },
    '2003-01-01',
    '2003-05-01',
    ['2003-01-01', '2003-03-01', '2003-05-01'],
  ],
  [
    'the first Tuesday of March',
    { type: 3, month: 2, monthItem: 5 },
    '2004-01-01',
    '2007-03-06',
    ['2004-03-02', '2005-03-01', '2006-03-07', '2007-03-06'],
  ],
  [
    'the second of March',
    { type: 2, month: 2, monthDay: 2 },
    '2005-01-01',
    '2007-12-31',
    ['2005-03-02', '2006-03-02', '2007-03-02'],
  ],
  [
    'the last Friday, until it happened twice',
    { type: 5, monthItem: 8, monthPosition: 4, occurrences: 2 },
    '2026-01-01',
    '2049-12-31',
    ['2026-01-30', '2026-02-27'],
  ],
  [
    'the 31st falls on the last day of short months',
    { type: 4, monthDay: 31 },
    '2026-01-01',
    '2026-04-30',
    ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
  ],
  [
    'every second weekday',
    { type: 8, period: 2 },
    '2026-01-01',
    '2026-01-08',
    ['2026-01-01', '2026-01-05', '2026-01-07'],
  ],
  ['on no day of the week', { type: 6, daysOfWeek: 0 }, '2026-01-01', '2026-12-31', []],
])('%s', (_what, recurrence, from, to, days) => {
  expect(recurringDays({ ...NEVER, ...recurrence }, from, to, 1000)).toEqual(days);
});

test('a recurrence without end stops at the limit', () => {
  expect(recurringDays(NEVER, '0001-01-01', '9999-12-31', 10)).toHaveLength(10);
});

test('a period without measure ends as well', () => {
  for (const type of [2, 3, 4, 5, 6, 7, 8]) {
    const days = recurringDays(
      { ...NEVER, type, period: 999_999_999_999_999, daysOfWeek: 1 },
      '0001-01-01',
      '9999-12-31',
      5_000,
    );
    expect(days.every((day) => day >= '1900-01-01' && day <= '2199-12-31')).toBe(true);
  }
});
