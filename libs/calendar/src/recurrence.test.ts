import { describe, expect, test } from '@jest/globals';
import { compileCalendar } from './compile-calendar.js';
import { momentFromIso } from './moment.js';
import { expandRecurrence, recurringException } from './recurrence.js';
import type { Recurrence } from './recurrence.js';
import { STANDARD_CALENDAR } from './well-known-calendars.js';
import { isWorking } from './working-time.js';

/**
 * Microsoft Project 2010 stores, beside each repeating exception, the number of occurrences and the date of the last one.
 * These pairs come from the calendar test plan of MPXJ (recurring-exceptions-project2010-mspdi.xml).
 */
const SAVED_BY_PROJECT: readonly (readonly [Recurrence, string])[] = [
  [{ every: 'day', interval: 3, from: '2000-02-01', occurrences: 4 }, '2000-02-10'],
  [{ every: 'day', interval: 7, from: '2000-04-01', occurrences: 6 }, '2000-05-06'],
  [{ every: 'week', interval: 1, weekdays: ['monday'], from: '2001-01-01', occurrences: 3 }, '2001-01-15'],
  [{ every: 'week', interval: 4, weekdays: ['thursday'], from: '2001-01-01', occurrences: 6 }, '2001-05-24'],
  [{ every: 'week', interval: 6, weekdays: ['saturday'], from: '2001-01-01', occurrences: 8 }, '2001-10-27'],
  [{ every: 'week', interval: 7, weekdays: ['sunday'], from: '2001-01-01', occurrences: 9 }, '2002-03-17'],
  [
    { every: 'month', interval: 2, position: 'first', item: 'monday', from: '2002-01-01', occurrences: 3 },
    '2002-05-06',
  ],
  [
    { every: 'month', interval: 3, position: 'second', item: 'tuesday', from: '2002-01-01', occurrences: 4 },
    '2002-10-08',
  ],
  [
    { every: 'month', interval: 4, position: 'third', item: 'wednesday', from: '2002-01-01', occurrences: 5 },
    '2003-05-21',
  ],
  [
    { every: 'month', interval: 5, position: 'fourth', item: 'thursday', from: '2002-01-01', occurrences: 6 },
    '2004-02-26',
  ],
  [
    { every: 'month', interval: 6, position: 'last', item: 'friday', from: '2002-01-01', occurrences: 7 },
    '2005-01-28',
  ],
  [
    { every: 'month', interval: 8, position: 'second', item: 'sunday', from: '2002-01-01', occurrences: 9 },
    '2007-05-13',
  ],
  [{ every: 'month', interval: 2, dayOfMonth: 1, from: '2003-01-01', occurrences: 3 }, '2003-05-01'],
  [{ every: 'month', interval: 5, dayOfMonth: 4, from: '2003-01-01', occurrences: 6 }, '2005-02-04'],
  [
    { every: 'year', month: 3, position: 'first', item: 'tuesday', from: '2004-01-01', occurrences: 4 },
    '2007-03-06',
  ],
  [
    { every: 'year', month: 5, position: 'third', item: 'thursday', from: '2004-01-01', occurrences: 6 },
    '2009-05-21',
  ],
  [{ every: 'year', month: 3, dayOfMonth: 2, from: '2005-01-01', occurrences: 4 }, '2008-03-02'],
];

describe('repeating exceptions end on the date that Microsoft Project saved with them', () => {
  test.each(SAVED_BY_PROJECT)('%j ends on %s', (recurrence, last) => {
    const dates = expandRecurrence(recurrence);
    expect(dates).toHaveLength(recurrence.occurrences!);
    expect(dates.at(-1)).toBe(last);
    expect(expandRecurrence({ ...recurrence, occurrences: undefined, until: last })).toEqual(dates);
  });
});

test('the 31st of a shorter month is its last day', () => {
  expect(
    expandRecurrence({ every: 'month', interval: 1, dayOfMonth: 31, from: '2024-01-15', occurrences: 3 }),
  ).toEqual(['2024-01-31', '2024-02-29', '2024-03-31']);
});

test('a year that is nearly over waits for the next one', () => {
  expect(
    expandRecurrence({ every: 'year', month: 1, dayOfMonth: 6, from: '2025-06-01', until: '2027-12-31' }),
  ).toEqual(['2026-01-06', '2027-01-06']);
});

test('the last weekend day of a month can be taken off work, or put to work', () => {
  const rule = {
    every: 'month',
    interval: 1,
    position: 'last',
    item: 'weekend-day',
    from: '2025-04-01',
    occurrences: 2,
  } as const;
  const shifts = [{ from: '09:00', to: '12:00' }];
  const calendar = compileCalendar({
    ...STANDARD_CALENDAR,
    exceptions: recurringException(rule, { name: 'Stock', shifts }),
  });
  expect(isWorking(calendar, momentFromIso('2025-04-27T10:00'))).toBe(true);
  expect(isWorking(calendar, momentFromIso('2025-05-31T10:00'))).toBe(true);
  expect(isWorking(calendar, momentFromIso('2025-06-29T10:00'))).toBe(false);
});

test('a repetition without an end is refused', () => {
  expect(() => expandRecurrence({ every: 'day', interval: 1, from: '2025-01-01' })).toThrow('an end');
  expect(() => expandRecurrence({ every: 'day', interval: 0, from: '2025-01-01', occurrences: 1 })).toThrow(
    'interval',
  );
});
