import { Refusal } from '@meridian/refusal';
import { dayNumber, weekdayOf } from './calendar-day.js';
import type { DayNumber } from './calendar-day.js';

/** Which days count as work. Built by {@link workCalendar}. */
export interface WorkCalendar {
  /** ISO weekdays, 1 = Monday. */
  readonly weekdays: ReadonlySet<number>;
  /** Holidays that fall on a working weekday, ascending, each once. */
  readonly holidays: readonly DayNumber[];
}

/** First and last day, both included. */
export interface Span {
  readonly start: DayNumber;
  readonly finish: DayNumber;
}

export interface ElapsedDays {
  readonly elapsed: number;
  readonly total: number;
}

/** Monday to Friday unless said otherwise, less the holidays given (`YYYY-MM-DD`). */
export function workCalendar(
  given: { readonly weekdays?: readonly number[]; readonly holidays?: readonly string[] } = {},
): WorkCalendar {
  const weekdays = new Set(given.weekdays ?? [1, 2, 3, 4, 5]);
  const holidays = [...new Set((given.holidays ?? []).map(dayNumber))];
  return { weekdays, holidays: holidays.filter((day) => weekdays.has(weekdayOf(day))).sort((a, b) => a - b) };
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier. */
export function workingDays(calendar: WorkCalendar, from: DayNumber, to: DayNumber): number {
  if (to < from) return 0;
  const wholeWeeks = Math.floor((to - from + 1) / 7);
  let days = wholeWeeks * calendar.weekdays.size;
  for (let day = from + wholeWeeks * 7; day <= to; day += 1)
    if (calendar.weekdays.has(weekdayOf(day))) days += 1;
  return days - (countBefore(calendar.holidays, to + 1) - countBefore(calendar.holidays, from));
}

/**
 * How many days of a task lie up to and including a date, of how many in all. A task without a single working day
 * counts all its calendar days (rule of the redmine_issue_evm README), so that its budget is planned all the same.
 *
 * @throws Refusal `budgeting/finish-before-start`
 */
export function elapsedDays(
  calendar: WorkCalendar,
  task: { readonly start: string; readonly finish: string },
  on: string,
): ElapsedDays {
  return elapsedOf(calendar, spanOf(task), dayNumber(on));
}

/** The days of a task as numbers. @throws Refusal `budgeting/finish-before-start` */
export function spanOf(task: { readonly start: string; readonly finish: string }): Span {
  const [start, finish] = [dayNumber(task.start), dayNumber(task.finish)];
  if (finish >= start) return { start, finish };
  throw new Refusal(
    'budgeting/finish-before-start',
    `A task cannot finish on ${task.finish}, before its start on ${task.start}.`,
    { kind: 'unprocessable' },
  );
}

/** The same in day numbers, for whoever asks the same task often. */
export function elapsedOf(calendar: WorkCalendar, { start, finish }: Span, on: DayNumber): ElapsedDays {
  const until = Math.min(on, finish);
  const total = workingDays(calendar, start, finish);
  if (total > 0) return { elapsed: workingDays(calendar, start, until), total };
  return { elapsed: Math.max(0, until - start + 1), total: finish - start + 1 };
}

function countBefore(ascending: readonly DayNumber[], day: DayNumber): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as DayNumber) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
