import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayNumber, endOfMonth, weekdayOf } from './calendar-day.js';
import { workCalendar, workingDays } from './working-days.js';

test('counting by arithmetic gives what counting day by day gives', () => {
  const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2027-12-31') });
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 });
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: -3, max: 90 }),
      fc.array(day.map(dateOf), { maxLength: 60 }),
      weekdays,
      (from, length, holidays, week) => {
        const calendar = workCalendar({ holidays, weekdays: week });
        let counted = 0;
        for (let at = from; at <= from + length; at += 1) {
          if (week.includes(weekdayOf(at)) && !holidays.includes(dateOf(at))) counted += 1;
        }
        expect(workingDays(calendar, from, from + length)).toBe(counted);
      },
    ),
  );
});

test('weekdays, month ends and leap days are those of the calendar on the wall', () => {
  expect(weekdayOf(dayNumber('2026-11-23'))).toBe(1);
  expect(weekdayOf(dayNumber('1969-12-28'))).toBe(7);
  expect(dateOf(endOfMonth(dayNumber('2028-02-01')))).toBe('2028-02-29');
  expect(dateOf(endOfMonth(dayNumber('2026-12-31')))).toBe('2026-12-31');
});

test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00:00Z'])(
  '"%s" is not a day',
  (text) => {
    expect(() => dayNumber(text)).toThrow(expect.objectContaining({ code: 'budgeting/not-a-date' }));
  },
);
