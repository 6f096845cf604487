import { describe, expect, test } from '@jest/globals';
import { allocatedInWeek, compareTimes } from '../time-compared.js';

const HOURS = 60;
const MONDAY = '2026-11-23';
const assignment = { start: MONDAY, finish: '2026-11-27', workMinutes: 24 * HOURS, unitsPercent: 100 };
const week = { gross: 40 * HOURS, leave: 0, allocated: 0, planned: 0, logged: 0, forProjects: 0 };

/** next-pms, issue 1740: the numbers next to each other, so that the gap is seen. */
test('40 hours allocated, 24 planned and 18 logged show 16 hours without work and 6 not logged', () => {
  const allocated = allocatedInWeek(assignment, MONDAY, 24 * HOURS);
  expect(allocated).toBe(40 * HOURS);
  const logged = { planned: 24 * HOURS, logged: 18 * HOURS, forProjects: 18 * HOURS };
  expect(compareTimes({ ...week, allocated, ...logged })).toMatchObject({
    unplanned: 16 * HOURS,
    unlogged: 6 * HOURS,
  });
});

/** Wikipedia and the Replicon knowledge base (article 3413), on the figures of one sheet. */
describe('utilisation of a sheet names its denominator', () => {
  const percents = (times: Partial<typeof week>) =>
    Object.fromEntries(
      compareTimes({ ...week, ...times }).utilisation.map((one) => [one.basis, one.percent]),
    );

  test('30 of 40 logged hours for projects are 75 percent of what was logged', () => {
    expect(percents({ logged: 40 * HOURS, forProjects: 30 * HOURS })).toMatchObject({ logged: 75 });
  });

  test('32 hours in a week with a day off are 80 percent gross and 100 percent net of leave', () => {
    const times = { leave: 8 * HOURS, logged: 32 * HOURS, forProjects: 32 * HOURS };
    expect(percents(times)).toEqual({ gross: 80, 'net-of-leave': 100, logged: 100 });
  });

  test('50 hours are 125 percent, 16 hours 40, and with a day off 50', () => {
    expect(percents({ forProjects: 50 * HOURS, logged: 50 * HOURS })['net-of-leave']).toBe(125);
    expect(percents({ forProjects: 16 * HOURS, logged: 16 * HOURS })['net-of-leave']).toBe(40);
    expect(percents({ leave: 8 * HOURS, forProjects: 16 * HOURS })['net-of-leave']).toBe(50);
  });

  test('a week with nothing logged has no share of what was logged', () => {
    expect(percents({})).toEqual({ gross: 0, 'net-of-leave': 0, logged: null });
  });
});

describe('an assignment holds', () => {
  test('its units of the working days that it has in the week', () => {
    const long = { ...assignment, start: '2026-11-25', finish: '2026-12-02', unitsPercent: 50 };
    expect(allocatedInWeek(long, MONDAY, 0)).toBe(3 * 4 * HOURS);
    expect(allocatedInWeek(long, '2026-11-30', 0)).toBe(3 * 4 * HOURS);
    expect(allocatedInWeek(long, '2026-12-07', 0)).toBe(0);
  });

  test('what is planned where its units are not known', () => {
    expect(allocatedInWeek({ ...assignment, unitsPercent: null }, MONDAY, 600)).toBe(600);
  });
});
