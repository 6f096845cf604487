import { dateFromDay, dayFromDate, weekdayOf } from '@meridian/calendar';

/** What was finished in a week. */
export interface WeekOfWork {
  /** Its Monday. */
  readonly weekOf: string;
  readonly items: number;
  readonly points: number;
}

export interface Finished {
  readonly doneOn: string;
  readonly points: number | null;
}

/** Older weeks say little of the team of today. */
const WEEKS = 26;

/**
 * What was finished week by week (Monday to Sunday), weeks in which nothing was finished included: the first complete week
 * since work began to the last one that is over, at most the last 26.
 *
 * @param since the day on which the first sprint began
 */
export function weeklyThroughput(
  finished: readonly Finished[],
  { since, today }: { readonly since: string; readonly today: string },
): WeekOfWork[] {
  const start = dayFromDate(mondayOf(since));
  const first = dateFromDay(start) === since ? start : start + 7;
  const end = dayFromDate(mondayOf(today));
  const count = Math.max(0, (end - first) / 7);
  const weeks = Array.from({ length: count }, (_, week) => dateFromDay(first + 7 * week)).slice(-WEEKS);
  return weeks.map((weekOf) => {
    const done = finished.filter(({ doneOn }) => mondayOf(doneOn) === weekOf);
    return { weekOf, items: done.length, points: done.reduce((sum, { points }) => sum + (points ?? 0), 0) };
  });
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function mondayOf(date: string): string {
  return dateFromDay(dayFromDate(date) - WEEKDAYS.indexOf(weekdayOf(date)));
}
