import { dayNumber } from '../plan/calendar-day.js';
import type { PlannedDay } from '../plan/planned-days.js';
import { workingDays } from '../plan/working-days.js';
import type { WorkCalendar } from '../plan/working-days.js';
import type { DayNumber } from '../plan/calendar-day.js';

/** Where a project stands in time, counted in working days of its calendar from its first planned day. */
export interface TimeStatus {
  /** The first day on which value is planned; it is working day 1. */
  readonly start: DayNumber;
  readonly plannedFinish: DayNumber;
  /** Planned value at the end of working day 1, 2, …, cumulative, without gaps: what earned schedule reads. */
  readonly cumulativePvMinor: readonly bigint[];
  /** PD: working days from the first to the last planned day. */
  readonly plannedDuration: number;
  /** AT: working days up to and including the status date; 0 before the start. */
  readonly actualTime: number;
}

/**
 * The baseline of a project, counted in working days. A day that is planned though nobody works (a task without a working
 * day) counts with the working day before it. Undefined for a plan without value.
 */
export function timeStatus(
  days: readonly PlannedDay[],
  calendar: WorkCalendar,
  statusDate: string,
): TimeStatus | undefined {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || last.cumulativeMinor <= 0n) return undefined;
  const start = dayNumber(first.day);
  const plannedFinish = dayNumber(last.day);
  const indexOf = (day: string): number => Math.max(1, workingDays(calendar, start, dayNumber(day)));
  const cumulativePvMinor = new Array<bigint>(indexOf(last.day)).fill(0n);
  for (const { day, cumulativeMinor } of days) cumulativePvMinor[indexOf(day) - 1] = cumulativeMinor;
  for (let at = 1; at < cumulativePvMinor.length; at += 1) {
    const before = cumulativePvMinor[at - 1] as bigint;
    if ((cumulativePvMinor[at] as bigint) < before) cumulativePvMinor[at] = before;
  }
  return {
    start,
    plannedFinish,
    cumulativePvMinor,
    plannedDuration: cumulativePvMinor.length,
    actualTime: workingDays(calendar, start, dayNumber(statusDate)),
  };
}

/** The date of a working day counted from `start`, where part of a day is the day; undefined beyond a century. */
export function workingDayAt(calendar: WorkCalendar, start: DayNumber, count: number): DayNumber | undefined {
  let left = Math.max(1, Math.ceil(count));
  for (let day = start; day - start < CENTURY_DAYS; day += 1) {
    left -= workingDays(calendar, day, day);
    if (left <= 0) return day;
  }
  return undefined;
}

const CENTURY_DAYS = 36_525;
