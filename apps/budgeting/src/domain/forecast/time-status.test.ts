import { expect, test } from '@jest/globals';
import { dateOf, dayNumber } from '../plan/calendar-day.js';
import { workCalendar } from '../plan/working-days.js';
import { timeStatus, workingDayAt } from './time-status.js';

const calendar = workCalendar({ holidays: ['2026-03-04'] });
const curve = [
  { day: '2026-03-02', cumulativeMinor: 100n },
  { day: '2026-03-06', cumulativeMinor: 300n },
  { day: '2026-03-10', cumulativeMinor: 500n },
];

test('a baseline counts in working days: weekends and holidays are no time', () => {
  expect(timeStatus(curve, calendar, '2026-03-08')).toEqual({
    start: dayNumber('2026-03-02'),
    plannedFinish: dayNumber('2026-03-10'),
    // Monday, Tuesday, (Wednesday is free,) Thursday, Friday, Monday, Tuesday
    cumulativePvMinor: [100n, 100n, 100n, 300n, 300n, 500n],
    plannedDuration: 6,
    actualTime: 4,
  });
});

test('value planned on a Saturday counts with the working day before it', () => {
  const status = timeStatus([...curve, { day: '2026-03-14', cumulativeMinor: 600n }], calendar, '2026-03-01');
  expect(status?.cumulativePvMinor.at(-1)).toBe(600n);
  expect(status).toMatchObject({ plannedDuration: 9, actualTime: 0 });
});

test('a plan without value has no time', () => {
  expect(timeStatus([], calendar, '2026-03-08')).toBeUndefined();
  expect(timeStatus([{ day: '2026-03-02', cumulativeMinor: 0n }], calendar, '2026-03-08')).toBeUndefined();
});

test('the working day of a number is the inverse of counting, and part of a day is that day', () => {
  const start = dayNumber('2026-03-02');
  const at = (count: number) => dateOf(workingDayAt(calendar, start, count) ?? 0);
  expect([at(1), at(3), at(4.2), at(6)]).toEqual(['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-10']);
  expect(workingDayAt(calendar, start, 1e9)).toBeUndefined();
});
