import { dateFromDay, dayFromDate, expandRecurrence, workingMinutesOn } from '@meridian/calendar';
import type { WorkingCalendar } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import { recurrenceOf, type RecurringTask } from './recurring-task.js';

/** As many as Microsoft Project makes of one pattern. */
const MOST_OCCURRENCES = 999;

/** A calendar without work in so many days is asked no further. */
const LONGEST_SEARCH_DAYS = 3_660;

/**
 * The days (`YYYY-MM-DD`) on which a task repeats, oldest first. One that falls on a day without work moves to the next day
 * with work, or is left out, as Microsoft Project asks it; two that meet on a day are one.
 *
 * @throws Refusal `projects/recurrence-invalid`, `projects/recurrence-too-long`, `projects/recurrence-empty`
 */
export function occurrenceDays(
  task: Pick<RecurringTask, 'pattern' | 'onFreeDay'>,
  calendar: WorkingCalendar,
): string[] {
  const recurrence = recurrenceOf(task.pattern);
  const asked = Math.min(recurrence.occurrences ?? Number.POSITIVE_INFINITY, MOST_OCCURRENCES + 1);
  const wanted = expandRecurrence({ ...recurrence, occurrences: asked });
  if (wanted.length > MOST_OCCURRENCES) throw tooLong();
  const days = wanted.flatMap((day) => {
    if (workingMinutesOn(calendar, day) > 0) return [day];
    return task.onFreeDay === 'skip' ? [] : (nextWorkingDay(calendar, day) ?? []);
  });
  if (days.length === 0) throw empty();
  return [...new Set(days)];
}

function nextWorkingDay(calendar: WorkingCalendar, day: string): string | undefined {
  const first = dayFromDate(day);
  for (let later = first + 1; later <= first + LONGEST_SEARCH_DAYS; later++) {
    const date = dateFromDay(later);
    if (workingMinutesOn(calendar, date) > 0) return date;
  }
  return undefined;
}

function tooLong(): Refusal {
  return new Refusal(
    'projects/recurrence-too-long',
    `The pattern has more than ${MOST_OCCURRENCES} occurrences; end it earlier, or let it repeat less often.`,
    { kind: 'unprocessable', details: { allowed: MOST_OCCURRENCES } },
  );
}

function empty(): Refusal {
  return new Refusal(
    'projects/recurrence-empty',
    'No day of the pattern is a working day of its calendar before it ends; choose other days, or let occurrences move.',
    { kind: 'unprocessable' },
  );
}
