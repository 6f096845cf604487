import { expect, test } from '@jest/globals';
import { compileCalendar, deriveCalendar, STANDARD_CALENDAR } from '@meridian/calendar';
import { momentAt, offsetOf, workingDayAt } from './working-day-offset.js';

const standard = compileCalendar(STANDARD_CALENDAR);
/** Closed on Wednesday 2026-03-04 and 2026-03-05, and works from 07:00 to 14:00. */
const early = [{ from: '07:00', to: '14:00' }];
const site = compileCalendar(
  deriveCalendar(STANDARD_CALENDAR, {
    name: 'Cork',
    week: { monday: early, tuesday: early, wednesday: early, thursday: early, friday: early },
    exceptions: [{ name: 'Inventory', from: '2026-03-04', to: '2026-03-05' }],
  }),
);
const MONDAY = '2026-03-02';

test('a moment is so many working days after the start, and so many minutes into that day', () => {
  expect(offsetOf(standard, MONDAY, '2026-03-02T08:00:00')).toEqual({ workingDays: 0, minutes: 0 });
  expect(offsetOf(standard, MONDAY, '2026-03-10T10:00:00')).toEqual({ workingDays: 6, minutes: 120 });
  expect(offsetOf(standard, MONDAY, '2026-03-06T17:00:00')).toEqual({ workingDays: 4, minutes: null });
  expect(offsetOf(standard, MONDAY, '2026-02-26T08:00:00')).toEqual({ workingDays: -2, minutes: 0 });
});

test('a day that is free counts as the next one that is worked', () => {
  expect(offsetOf(standard, MONDAY, '2026-03-07T12:00:00')).toEqual({ workingDays: 5, minutes: 0 });
});

test('an offset becomes a moment of the calendar of the site: past its holidays, in its hours', () => {
  expect(momentAt(site, MONDAY, { workingDays: 2, minutes: 0 })).toBe('2026-03-06T07:00:00');
  expect(momentAt(site, MONDAY, { workingDays: 2, minutes: null })).toBe('2026-03-06T14:00:00');
  expect(momentAt(site, MONDAY, { workingDays: 0, minutes: 480 })).toBe('2026-03-02T14:00:00');
});

test('a moment told as an offset and read again in the same calendar is the same moment', () => {
  for (const moment of ['2026-02-19T09:30:00', '2026-03-02T08:00:00', '2026-04-17T17:00:00']) {
    expect(momentAt(standard, MONDAY, offsetOf(standard, MONDAY, moment))).toBe(moment);
  }
});

test('working days are counted on and back over weekends', () => {
  expect(workingDayAt(standard, '2026-03-06', 1)).toBe('2026-03-09');
  expect(workingDayAt(standard, '2026-03-09', -1)).toBe('2026-03-06');
  expect(workingDayAt(standard, '2026-03-07', 0)).toBe('2026-03-09');
});
