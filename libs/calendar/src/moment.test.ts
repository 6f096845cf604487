import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayFromDate, isoFromMoment, momentFromIso, weekdayOf } from './moment.js';

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

test('a date that does not exist, a zone and free text are refused', () => {
  for (const text of ['2025-02-29', '2025-13-01', '2025-04-11T25:00', '2025-04-11T08:00:00Z', 'soon', '']) {
    expect(() => momentFromIso(text)).toThrow('not a local date or moment');
  }
  expect(() => dayFromDate('2025-04-11T08:00')).toThrow('not a local date or moment');
});
