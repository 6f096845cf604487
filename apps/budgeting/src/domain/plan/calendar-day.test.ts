import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayNumber } from './calendar-day.js';

test('every day is the number of its date, and the date of its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -680_000, max: 2_900_000 }), (day) => {
      expect(dayNumber(dateOf(day))).toBe(day);
    }),
  );
});

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-00-10',
  '2026-13-01',
  '2026-04-31',
  '2026-01-00',
  '0099-01-01',
  '26-1-1',
  '',
])('"%s" is not a day', (date) => {
  expect(() => dayNumber(date)).toThrow(expect.objectContaining({ code: 'budgeting/not-a-date' }));
});

test('29 February is a day of 2000 and 2024', () => {
  expect([dateOf(dayNumber('2000-02-29')), dateOf(dayNumber('2024-02-29'))]).toEqual([
    '2000-02-29',
    '2024-02-29',
  ]);
});
