import { compileCalendar, STANDARD_CALENDAR, workingMinutesByDay } from '@meridian/calendar';
import type { EmploymentPeriod } from './employment.js';
import { endOfWeek, weekOf, weeksBetween } from './weeks.js';

export interface LeavePeriod {
  readonly from: string;
  readonly to: string;
}

const CALENDAR = compileCalendar(STANDARD_CALENDAR);

/**
 * Minutes a person can work in a week: calendar minutes times the share of full time, without days of leave and days
 * outside of the employment. Rounded once per week.
 *
 * @param weekStart a Monday
 */
export function weekCapacity(
  periods: readonly EmploymentPeriod[],
  leaves: readonly LeavePeriod[],
  weekStart: string,
): number {
  return dayByDay(periods, leaves, calendarWeek(weekStart));
}

/** Days on which a person is employed, not on leave, and the calendar works. */
export function workingDates(
  periods: readonly EmploymentPeriod[],
  leaves: readonly LeavePeriod[],
  { from, to }: LeavePeriod,
): string[] {
  return workingMinutesByDay(CALENDAR, from, to)
    .filter(({ date, minutes }) => minutes > 0 && fteOn(periods, date) > 0)
    .map(({ date }) => date)
    .filter((date) => !leaves.some((leave) => leave.from <= date && date <= leave.to));
}

/** A week of the calendar, to be worked out once for everybody. */
export interface CalendarWeek {
  readonly weekStart: string;
  readonly weekEnd: string;
  readonly minutes: number;
  /** Its working days. */
  readonly days: readonly { readonly date: string; readonly minutes: number }[];
}

export function calendarWeek(weekStart: string): CalendarWeek {
  const weekEnd = endOfWeek(weekStart);
  const days = workingMinutesByDay(CALENDAR, weekStart, weekEnd).filter(({ minutes }) => minutes > 0);
  return { weekStart, weekEnd, minutes: days.reduce((sum, { minutes }) => sum + minutes, 0), days };
}

/**
 * Capacity week by week, as `weekCapacity` gives it. Only weeks with leave, or in which the employment changes, are gone
 * through day by day: a page shows two thousand people over two years.
 */
export function capacityByWeek(
  periods: readonly EmploymentPeriod[],
  leaves: readonly LeavePeriod[],
  weeks: readonly CalendarWeek[],
): number[] {
  const shares = weeks.map((week) => shareIn(periods, week));
  const row = weeks.map((week, at) => {
    const share = shares[at];
    return share === undefined ? dayByDay(periods, leaves, week) : Math.round((week.minutes * share) / 100);
  });
  const first = weeks[0]?.weekStart ?? '';
  for (const { from, to } of leaves) {
    const begin = Math.max(0, weeksBetween(first, weekOf(from)));
    const end = Math.min(weeks.length - 1, weeksBetween(first, weekOf(to)));
    for (let at = begin; at <= end; at += 1) row[at] = dayByDay(periods, leaves, weeks[at] as CalendarWeek);
  }
  return row;
}

/** The share of full time that holds for a whole week; `undefined` when it changes in it. */
function shareIn(
  periods: readonly EmploymentPeriod[],
  { weekStart, weekEnd }: CalendarWeek,
): number | undefined {
  let share: number | undefined = 0;
  for (const { from, until, ftePercent } of periods) {
    if (from > weekEnd || (until !== null && until < weekStart)) continue;
    share = from <= weekStart && (until === null || until >= weekEnd) ? ftePercent : undefined;
    break;
  }
  return share;
}

function dayByDay(
  periods: readonly EmploymentPeriod[],
  leaves: readonly LeavePeriod[],
  { days }: CalendarWeek,
): number {
  let hundredths = 0;
  for (const { date, minutes } of days) {
    if (leaves.some((leave) => leave.from <= date && date <= leave.to)) continue;
    hundredths += minutes * fteOn(periods, date);
  }
  return Math.round(hundredths / 100);
}

function fteOn(periods: readonly EmploymentPeriod[], date: string): number {
  const period = periods.find(({ from, until }) => from <= date && (until === null || date <= until));
  return period?.ftePercent ?? 0;
}
