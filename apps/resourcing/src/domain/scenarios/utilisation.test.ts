import { describe, expect, test } from '@jest/globals';
import { overtimeRatio, unplannedAllocation, utilisation } from '../utilisation.js';

const HOURS = 60;
const week = (leaveHours: number) => ({ gross: 40 * HOURS, leave: leaveHours * HOURS });

/** Replicon knowledge base, article 3413: a week of 40 hours. */
describe('utilisation net of leave', () => {
  test.each([
    { worked: 32, leave: 8, percent: 100 },
    { worked: 16, leave: 0, percent: 40 },
    { worked: 16, leave: 8, percent: 50 },
    { worked: 50, leave: 0, percent: 125 },
  ])('$worked hours with $leave hours of leave are $percent percent', ({ worked, leave, percent }) => {
    expect(utilisation(worked * HOURS, week(leave), 'net-of-leave')).toEqual({
      basis: 'net-of-leave',
      of: (40 - leave) * HOURS,
      percent,
    });
  });
});

/** The two usual methods: what was logged, or the fixed week. */
describe('the same week by two methods', () => {
  test('30 of 40 logged hours are 75 percent of what was logged', () => {
    const times = { ...week(0), logged: 40 * HOURS };
    expect(utilisation(30 * HOURS, times, 'logged').percent).toBe(75);
  });

  test('32 hours of a fixed week of 40 are 80 percent, whatever the leave', () => {
    expect(utilisation(32 * HOURS, week(8), 'gross').percent).toBe(80);
  });
});

/** next-pms, issue 1740. */
test('40 hours allocated with 24 planned leave a gap of 16, whatever was logged', () => {
  expect(unplannedAllocation(40, 24)).toBe(16);
  expect(unplannedAllocation(24, 40)).toBe(0);
});

test('a week that is all leave has no utilisation, rather than none or an endless one', () => {
  expect(utilisation(8 * HOURS, week(40), 'net-of-leave').percent).toBeNull();
});

test('ten hours above a capacity of 40 are a fifth of 50 hours of overtime', () => {
  expect(overtimeRatio(40, 50)).toBeCloseTo(0.2);
  expect(overtimeRatio(40, 30)).toBe(0);
});
