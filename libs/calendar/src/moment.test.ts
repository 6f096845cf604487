import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dateFromDay,
  dateOf,
  dayFromDate,
  dayNumberOf,
  daysInMonth,
  isoFromMoment,
  momentFromIso,
  weekdayOf,
} from './moment.js';

test('a moment is minutes on the wall clock since 1970', () => {
  expect(momentFromIso('1970-01-01T00:00')).toBe(0);
  expect(momentFromIso('2025-04-11T08:00:00')).toBe(Date.UTC(2025, 3, 11, 8) / 60_000);
  expect(momentFromIso('2025-04-10T24:00')).toBe(momentFromIso('2025-04-11'));
  expect(isoFromMoment(-1)).toBe('1969-12-31T23:59:00');
});

test('dates agree with the Gregorian calendar of the platform, leap years and centuries included', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1900, 0, 1) / 60_000, max: Date.UTC(2199, 11, 31) / 60_000 }),
      (moment) => {
        const platform = new Date(moment * 60_000).toISOString();
        expect(isoFromMoment(moment)).toBe(`${platform.slice(0, 16)}:00`);
        expect(momentFromIso(isoFromMoment(moment))).toBe(moment);
        expect(dateOf(moment)).toBe(platform.slice(0, 10));
      },
    ),
  );
});

test('weekdays have names', () => {
  expect(weekdayOf('2025-04-11')).toBe('friday');
  expect(weekdayOf('1969-12-31')).toBe('wednesday');
});

test('every day of four centuries has the date that the platform gives it, and months have its lengths', () => {
  const begin = dayNumberOf(1799, 12, 31);
  const days = Array.from({ length: dayNumberOf(2200, 3, 1) - begin }, (_, at) => begin + at);
  const platform = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  expect(days.filter((day) => dateFromDay(day) !== platform(day))).toEqual([]);
  for (let year = 1896; year <= 2104; year++)
    for (let month = 1; month <= 12; month++)
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
});

test.each([
  '2025-02-29',
  '1900-02-29',
  '2025-04-31',
  '2025-06-31',
  '2025-09-31',
  '2025-11-31',
  '2025-00-10',
  '2025-13-01',
  '2025-04-00',
  '2025-04-11T25:00',
  '2025-04-11T24:01',
  '2025-04-11T24:00:01',
  '2025-04-11T08:60',
  '2025-04-11T08:00:60',
  '2025-04-11T08:00:00Z',
  '2025-04-11T08:00:00.',
  '2025-04-11T08:00:00.x',
  '12025-04-11',
  'x2025-04-11',
  'soon',
  '',
])('"%s" is no date and no moment of a plan', (found) => {
  expect(() => momentFromIso(found)).toThrow(
    expect.objectContaining({ code: 'calendar/moment-invalid', kind: 'unprocessable', details: { found } }),
  );
});

test('the last minute of a day, the midnight that ends it and fractions of a second are moments', () => {
  expect(momentFromIso('2000-02-29T23:59:59.999')).toBe(momentFromIso('2000-03-01') - 1);
  expect(momentFromIso('2000-02-29T23:59:59.5')).toBe(momentFromIso('2000-03-01') - 1);
  expect(momentFromIso('2000-02-29T24:00:00')).toBe(momentFromIso('2000-03-01'));
});

test('a moment is no date', () => {
  expect(() => dayFromDate('2025-04-11T08:00')).toThrow('not a local date or moment');
});
