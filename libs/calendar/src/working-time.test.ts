import { describe, expect, test } from '@jest/globals';
import { compileCalendar, intersectCalendars, uniteCalendars } from './compile-calendar.js';
import { isoFromMoment, momentFromIso } from './moment.js';
import { NIGHT_SHIFT_CALENDAR, ROUND_THE_CLOCK_CALENDAR, STANDARD_CALENDAR } from './well-known-calendars.js';
import {
  addElapsedMinutes,
  addWorkingMinutes,
  elapsedMinutesBetween,
  isWorking,
  nextWorkingStart,
  previousWorkingFinish,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from './working-time.js';
import type { WorkingCalendar } from './working-calendar.js';

const standard = compileCalendar(STANDARD_CALENDAR);
const night = compileCalendar(NIGHT_SHIFT_CALENDAR);
const DAY = 480;

const at = momentFromIso;
const add = (calendar: WorkingCalendar, from: string, minutes: number) =>
  isoFromMoment(addWorkingMinutes(calendar, at(from), minutes));
const subtract = (calendar: WorkingCalendar, from: string, minutes: number) =>
  isoFromMoment(subtractWorkingMinutes(calendar, at(from), minutes));

describe('the standard calendar', () => {
  test('four days from Friday morning end on Wednesday evening', () => {
    expect(add(standard, '2025-04-11T08:00', 4 * DAY)).toBe('2025-04-16T17:00:00');
  });

  test('work that begins at the closing bell is done on the next working day', () => {
    expect(add(standard, '2025-04-11T17:00', DAY)).toBe('2025-04-14T17:00:00');
  });

  test('a day back from Monday evening is Monday morning, and from Monday morning Friday morning', () => {
    expect(subtract(standard, '2025-04-14T17:00', DAY)).toBe('2025-04-14T08:00:00');
    expect(subtract(standard, '2025-04-14T08:00', DAY)).toBe('2025-04-11T08:00:00');
  });

  test('the lunch break is not worked', () => {
    expect(isWorking(standard, at('2025-04-11T11:59'))).toBe(true);
    expect(isWorking(standard, at('2025-04-11T12:00'))).toBe(false);
    expect(add(standard, '2025-04-11T11:00', 120)).toBe('2025-04-11T14:00:00');
    expect(add(standard, '2025-04-11T11:00', 60)).toBe('2025-04-11T12:00:00');
  });

  test('a start in free time moves to the next opening, a finish to the previous closing', () => {
    expect(isoFromMoment(nextWorkingStart(standard, at('2025-04-12T10:00')))).toBe('2025-04-14T08:00:00');
    expect(isoFromMoment(nextWorkingStart(standard, at('2025-04-11T17:00')))).toBe('2025-04-14T08:00:00');
    expect(isoFromMoment(previousWorkingFinish(standard, at('2025-04-14T08:00')))).toBe(
      '2025-04-11T17:00:00',
    );
    expect(isoFromMoment(previousWorkingFinish(standard, at('2025-04-11T10:30')))).toBe(
      '2025-04-11T10:30:00',
    );
  });

  test('no work leaves a closing bell where it is and leads a Sunday to Monday', () => {
    expect(add(standard, '2025-04-11T17:00', 0)).toBe('2025-04-11T17:00:00');
    expect(add(standard, '2025-04-13T10:00', 0)).toBe('2025-04-14T08:00:00');
    expect(subtract(standard, '2025-04-13T10:00', 0)).toBe('2025-04-11T17:00:00');
  });

  test('time between two moments has a sign', () => {
    expect(workingMinutesBetween(standard, at('2025-04-11T08:00'), at('2025-04-16T17:00'))).toBe(4 * DAY);
    expect(workingMinutesBetween(standard, at('2025-04-16T17:00'), at('2025-04-11T08:00'))).toBe(-4 * DAY);
  });

  test('a century of work is found in both directions', () => {
    const days = 26_089; // Mondays to Fridays from 2000-01-03 to 2099-12-31
    expect(add(standard, '2000-01-03T08:00', days * DAY)).toBe('2099-12-31T17:00:00');
    expect(subtract(standard, '2099-12-31T17:00', days * DAY)).toBe('2000-01-03T08:00:00');
  });
});

test('a night shift runs over midnight and ends on Saturday morning', () => {
  expect(add(night, '2025-04-11T23:00', 8 * 60)).toBe('2025-04-12T08:00:00');
  expect(add(night, '2025-04-12T08:00', 60)).toBe('2025-04-15T00:00:00');
  expect(workingMinutesBetween(night, at('2025-04-07T00:00'), at('2025-04-14T00:00'))).toBe(5 * 8 * 60);
});

test('a holiday takes away the night that begins on it, not the one that ends on it', () => {
  const calendar = compileCalendar({
    name: 'Night watch',
    week: { monday: [{ from: '22:00', to: '06:00' }], tuesday: [{ from: '22:00', to: '06:00' }] },
    exceptions: [{ from: '2025-04-08', to: '2025-04-08' }],
  });
  expect(add(calendar, '2025-04-07T22:00', 8 * 60)).toBe('2025-04-08T06:00:00');
  expect(add(calendar, '2025-04-07T22:00', 8 * 60 + 1)).toBe('2025-04-14T22:01:00');
});

test('around the clock, working time is elapsed time', () => {
  const always = compileCalendar(ROUND_THE_CLOCK_CALENDAR);
  const from = at('2025-04-12T13:37');
  expect(addWorkingMinutes(always, from, 10_000)).toBe(addElapsedMinutes(from, 10_000));
  expect(workingMinutesBetween(always, from, from + 99)).toBe(elapsedMinutesBetween(from, from + 99));
});

test('an exception overrules the week, the last listed one overrules the others', () => {
  const calendar = compileCalendar({
    ...STANDARD_CALENDAR,
    exceptions: [
      { name: 'Easter break', from: '2025-04-18', to: '2025-04-21' },
      { name: 'Inventory', from: '2025-04-19', to: '2025-04-19', shifts: [{ from: '09:00', to: '11:00' }] },
    ],
  });
  expect(add(calendar, '2025-04-17T16:00', 60 + 30)).toBe('2025-04-19T09:30:00');
  expect(add(calendar, '2025-04-17T16:00', 60 + 180)).toBe('2025-04-22T09:00:00');
});

test('a summer timetable holds for its dates only', () => {
  const calendar = compileCalendar({
    ...STANDARD_CALENDAR,
    periods: [{ from: '2025-07-01', to: '2025-07-31', week: { tuesday: [{ from: '06:00', to: '14:00' }] } }],
  });
  expect(add(calendar, '2025-06-30T16:00', 60 + 480)).toBe('2025-07-01T14:00:00');
  expect(add(calendar, '2025-07-29T14:00', 60)).toBe('2025-08-01T09:00:00');
});

test('a task and a person meet where both calendars work', () => {
  const mornings = compileCalendar({ name: 'Mornings', week: { monday: [{ from: '06:00', to: '10:00' }] } });
  const both = intersectCalendars(standard, mornings);
  expect(add(both, '2025-04-14T00:00', 120)).toBe('2025-04-14T10:00:00');
  expect(add(both, '2025-04-14T00:00', 121)).toBe('2025-04-21T08:01:00');
});

test('people who work in turns get the sum of their hours done, and hours in common count once', () => {
  const turns = uniteCalendars(standard, night, standard);
  expect(add(turns, '2025-04-15T08:00', 16 * 60)).toBe('2025-04-16T08:00:00');
  expect(workingMinutesBetween(turns, at('2025-04-15T00:00'), at('2025-04-16T00:00'))).toBe(2 * DAY);
});

describe('refused', () => {
  const refusal = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return (error as { code?: string }).code;
    }
    return 'nothing';
  };

  test('a calendar without working time', () => {
    expect(refusal(() => compileCalendar({ name: 'Never', week: {} }))).toBe('calendar/no-working-time');
    const sundays = compileCalendar({ name: 'Sundays', week: { sunday: [{ from: '08:00', to: '09:00' }] } });
    expect(refusal(() => intersectCalendars(standard, sundays))).toBe('calendar/no-working-time');
  });

  test('more work than a calendar has until the end of plans', () => {
    const once = compileCalendar({
      name: 'Once',
      week: {},
      exceptions: [{ from: '2025-04-12', to: '2025-04-12', shifts: [{ from: '08:00', to: '10:00' }] }],
    });
    expect(add(once, '2025-01-01', 120)).toBe('2025-04-12T10:00:00');
    expect(refusal(() => add(once, '2025-01-01', 121))).toBe('calendar/no-working-time');
  });

  test('a malformed shift, a negative duration, reversed dates, a year no plan has', () => {
    const broken = { name: 'Broken', week: { monday: [{ from: '8:00', to: '12:00' }] } };
    expect(refusal(() => compileCalendar(broken))).toBe('calendar/shift-invalid');
    expect(refusal(() => addWorkingMinutes(standard, 0, -1))).toBe('calendar/minutes-invalid');
    const reversed = { ...STANDARD_CALENDAR, exceptions: [{ from: '2025-01-02', to: '2025-01-01' }] };
    expect(refusal(() => compileCalendar(reversed))).toBe('calendar/dates-reversed');
    expect(refusal(() => add(standard, '1492-10-12', 1))).toBe('calendar/out-of-range');
  });
});
