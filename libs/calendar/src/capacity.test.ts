import { expect, test } from '@jest/globals';
import { deriveCalendar } from './calendar-definition.js';
import { holidays, workingMinutesByDay, workingMinutesInWeek, workingMinutesOn } from './capacity.js';
import { compileCalendar } from './compile-calendar.js';
import { NIGHT_SHIFT_CALENDAR, STANDARD_CALENDAR } from './well-known-calendars.js';

const company = deriveCalendar(STANDARD_CALENDAR, {
  name: 'Company',
  exceptions: [
    { name: 'Good Friday to Easter Monday', from: '2025-04-18', to: '2025-04-21' },
    { name: 'Christmas Eve', from: '2025-12-24', to: '2025-12-24', shifts: [{ from: '08:00', to: '12:00' }] },
  ],
});

test('a day offers the minutes of its shifts', () => {
  const calendar = compileCalendar(company);
  expect(workingMinutesOn(calendar, '2025-04-17')).toBe(480);
  expect(workingMinutesOn(calendar, '2025-04-18')).toBe(0);
  expect(workingMinutesOn(calendar, '2025-12-24')).toBe(240);
});

test('a week runs from Monday to Sunday', () => {
  const calendar = compileCalendar(company);
  expect(workingMinutesInWeek(calendar, '2025-04-20')).toBe(4 * 480);
  expect(workingMinutesInWeek(calendar, '2025-04-21')).toBe(4 * 480);
  expect(workingMinutesInWeek(calendar, '2025-04-28')).toBe(5 * 480);
});

test('a night counts on the clock days it touches', () => {
  const calendar = compileCalendar(NIGHT_SHIFT_CALENDAR);
  expect(workingMinutesByDay(calendar, '2025-04-11', '2025-04-13')).toEqual([
    { date: '2025-04-11', minutes: 480 },
    { date: '2025-04-12', minutes: 420 },
    { date: '2025-04-13', minutes: 0 },
  ]);
});

test('holidays are free dates that would have been worked, weekends are not', () => {
  expect(holidays(company, '2025-01-01', '2025-12-31')).toEqual([
    { date: '2025-04-18', name: 'Good Friday to Easter Monday' },
    { date: '2025-04-21', name: 'Good Friday to Easter Monday' },
  ]);
});

test('a part-timer keeps the holidays of the company', () => {
  const partTime = deriveCalendar(company, {
    name: 'Ada',
    week: { friday: [], thursday: [{ from: '08:00', to: '12:00' }] },
  });
  const calendar = compileCalendar(partTime);
  expect(workingMinutesInWeek(calendar, '2025-04-28')).toBe(3 * 480 + 240);
  expect(holidays(partTime, '2025-01-01', '2025-12-31').map(({ date }) => date)).toEqual(['2025-04-21']);
});
