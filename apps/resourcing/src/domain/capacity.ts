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

function fteOn(periods: readonly EmploymentPeriod[], date: string): number {
  const period = periods.find(({ from, until }) => from <= date && (until === null || date <= until));
  return period?.ftePercent ?? 0;
}
