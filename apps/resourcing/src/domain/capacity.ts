import { compileCalendar, STANDARD_CALENDAR, workingMinutesByDay } from '@meridian/calendar';
import type { EmploymentPeriod } from './employment.js';
import { endOfWeek } from './weeks.js';

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
  let hundredths = 0;
  for (const { date, minutes } of workingMinutesByDay(CALENDAR, weekStart, endOfWeek(weekStart))) {
    if (minutes === 0 || leaves.some((leave) => leave.from <= date && date <= leave.to)) continue;
    hundredths += minutes * fteOn(periods, date);
  }
  return Math.round(hundredths / 100);
}

/**
 * Capacity week by week, as `weekCapacity` gives it. Whole weeks of one employment without leave, which most are, are not
 * gone through day by day: a page shows two thousand people over two years.
 *
 * @param weeks Mondays, with the working minutes of each week
 */
export function capacityByWeek(
  periods: readonly EmploymentPeriod[],
  leaves: readonly LeavePeriod[],
  weeks: readonly CalendarWeek[],
): number[] {
  return weeks.map(({ weekStart, weekEnd, minutes }) => {
    const isQuiet = leaves.every(({ from, to }) => to < weekStart || from > weekEnd);
    const whole = periods.find(
      ({ from, until }) => from <= weekStart && (until === null || until >= weekEnd),
    );
    const apart = periods.every(({ from, until }) => from > weekEnd || (until !== null && until < weekStart));
    if (isQuiet && whole) return Math.round((minutes * whole.ftePercent) / 100);
    return isQuiet && apart ? 0 : weekCapacity(periods, leaves, weekStart);
  });
}

export interface CalendarWeek {
  readonly weekStart: string;
  readonly weekEnd: string;
  readonly minutes: number;
}

export function calendarWeek(weekStart: string): CalendarWeek {
  const weekEnd = endOfWeek(weekStart);
  const minutes = workingMinutesByDay(CALENDAR, weekStart, weekEnd).reduce(
    (sum, day) => sum + day.minutes,
    0,
  );
  return { weekStart, weekEnd, minutes };
}

function fteOn(periods: readonly EmploymentPeriod[], date: string): number {
  const period = periods.find(({ from, until }) => from <= date && (until === null || date <= until));
  return period?.ftePercent ?? 0;
}
