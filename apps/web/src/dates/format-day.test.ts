import { describe, expect, test } from '@jest/globals';
import { daysBetween, formatDay, formatNear, formatSlip, isoWeek } from './format-day.js';

describe('days for people', () => {
  test('days across a change of the clock are whole days', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  test('a day is the same day in every time zone', () => {
    expect(formatDay('2026-11-20', 'en-GB')).toBe('20 Nov 2026');
  });

  test.each([
    ['2026-11-24', 'tomorrow'],
    ['2026-11-20', '3 days ago'],
    ['2027-01-20', '20 Jan 2027'],
  ])('%s reads %s on 23 November', (day, words) => {
    expect(formatNear(day, '2026-11-23', 'en-GB')).toBe(words);
  });

  test('a slip has its sign', () => {
    expect([formatSlip(12, 'en'), formatSlip(-3, 'en'), formatSlip(0, 'en')]).toEqual([
      '+12 d',
      '-3 d',
      'on plan',
    ]);
  });

  test.each([
    ['2027-01-01', 53],
    ['2027-01-04', 1],
    ['2026-11-23', 48],
  ])('%s lies in ISO week %i', (day, week) => {
    expect(isoWeek(day)).toBe(week);
  });
});
