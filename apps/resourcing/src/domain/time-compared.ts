import { compileCalendar, STANDARD_CALENDAR, workingMinutesByDay } from '@meridian/calendar';
import type { BookedWork } from './load.js';
import { unplannedAllocation, utilisation, type Utilisation } from './utilisation.js';
import { endOfWeek } from './weeks.js';

/** Work whose assignment holds a share of the person's time. */
export interface AllocatedWork extends BookedWork {
  /** Of full time; `null` where it is not known: then what is planned is allocated. */
  readonly unitsPercent: number | null;
}

/** Minutes of a person in a week. */
export interface WeekTimes {
  readonly gross: number;
  readonly leave: number;
  readonly allocated: number;
  readonly planned: number;
  /** All that was logged, and the part that was for projects. */
  readonly logged: number;
  readonly forProjects: number;
}

export interface TimeCompared extends WeekTimes {
  /** Allocated without work planned in it (next-pms, issue 1740: 40 hours allocated, 24 planned: 16). */
  readonly unplanned: number;
  /** Planned less logged for projects; below zero where more was logged. */
  readonly unlogged: number;
  /** What was logged for projects, of each of the three denominators. */
  readonly utilisation: readonly Utilisation[];
}

const CALENDAR = compileCalendar(STANDARD_CALENDAR);

/**
 * Time held in a week by an assignment: its units of the working time between its first and its last day.
 *
 * @param plannedMinutes work of the assignment in the week
 */
export function allocatedInWeek(work: AllocatedWork, weekStart: string, plannedMinutes: number): number {
  const { unitsPercent, start, finish } = work;
  if (unitsPercent === null) return plannedMinutes;
  const weekEnd = endOfWeek(weekStart);
  const [from, until] = [start > weekStart ? start : weekStart, finish < weekEnd ? finish : weekEnd];
  if (from > until) return 0;
  const minutes = workingMinutesByDay(CALENDAR, from, until).reduce((sum, day) => sum + day.minutes, 0);
  return Math.round((minutes * unitsPercent) / 100);
}

export function compareTimes(times: WeekTimes): TimeCompared {
  const { gross, leave, allocated, planned, logged, forProjects } = times;
  const measured = { gross, leave, logged: Math.max(0, logged) };
  return {
    ...times,
    unplanned: unplannedAllocation(allocated, planned),
    unlogged: planned - forProjects,
    utilisation: (['gross', 'net-of-leave', 'logged'] as const).map((basis) =>
      utilisation(forProjects, measured, basis),
    ),
  };
}
