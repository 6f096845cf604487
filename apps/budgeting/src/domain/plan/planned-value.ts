import { multiplyMinor, roundedQuotient } from '@meridian/money';
import { dateOf, dayNumber, endOfMonth, weekdayOf } from './calendar-day.js';
import type { DayNumber } from './calendar-day.js';
import { plannedShare } from '../earned-value/task-value.js';
import type { BudgetedTask } from '../earned-value/task-value.js';
import { elapsedOf, spanOf } from './working-days.js';
import type { WorkCalendar } from './working-days.js';

/** What the curve needs to know of a task. */
export type PlannedTask = Pick<BudgetedTask, 'budgetMinor' | 'baselineStart' | 'baselineFinish'>;

export interface PlannedPeriod {
  /** `YYYY-MM`, or the Monday of the week `YYYY-MM-DD`. */
  readonly period: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Planned within the period. */
  readonly plannedMinor: bigint;
  /** Planned up to its last day. */
  readonly cumulativeMinor: bigint;
}

/** Planned value by the end of a day, rounded per task like the figures of {@link plannedShare}'s other users. */
export function plannedValueOn(
  tasks: Iterable<PlannedTask>,
  statusDate: string,
  calendar: WorkCalendar,
): bigint {
  let total = 0n;
  for (const task of tasks)
    total += multiplyMinor(task.budgetMinor, plannedShare(task, { statusDate, calendar }));
  return total;
}

/**
 * The cost baseline over time: one entry per calendar month or Monday-to-Sunday week, from the first baseline start to
 * the last baseline finish, without gaps. The last cumulative value is the budget at completion.
 */
export function plannedValueCurve(
  tasks: readonly PlannedTask[],
  calendar: WorkCalendar,
  period: 'month' | 'week',
): readonly PlannedPeriod[] {
  if (tasks.length === 0) return [];
  const ends = periodEnds(tasks, period);
  const cumulative = cumulativeAt(tasks, calendar, ends);
  return ends.map((end, index) => {
    const first = index === 0 ? firstDayOf(end, period) : (ends[index - 1] as DayNumber) + 1;
    const cumulativeMinor = cumulative[index] as bigint;
    return {
      period: period === 'month' ? dateOf(end).slice(0, 7) : dateOf(first),
      firstDay: dateOf(first),
      lastDay: dateOf(end),
      plannedMinor: cumulativeMinor - (cumulative[index - 1] ?? 0n),
      cumulativeMinor,
    };
  });
}

/** Adds each task only where it changes; beyond its finish its whole budget is carried along as one sum. */
function cumulativeAt(
  tasks: readonly PlannedTask[],
  calendar: WorkCalendar,
  ends: readonly DayNumber[],
): bigint[] {
  const running = ends.map(() => 0n);
  const finished = ends.map(() => 0n);
  for (const task of tasks) {
    const baseline = spanOf({ start: task.baselineStart, finish: task.baselineFinish });
    const from = indexOfDay(ends, baseline.start);
    const to = indexOfDay(ends, baseline.finish);
    for (let index = from; index < to; index += 1) {
      const { elapsed, total } = elapsedOf(calendar, baseline, ends[index] as DayNumber);
      (running[index] as bigint) += roundedQuotient(task.budgetMinor * BigInt(elapsed), BigInt(total));
    }
    (finished[to] as bigint) += task.budgetMinor;
  }
  let done = 0n;
  return running.map((amount, index) => amount + (done += finished[index] as bigint));
}

function indexOfDay(ends: readonly DayNumber[], day: DayNumber): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as DayNumber) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function periodEnds(tasks: readonly PlannedTask[], period: 'month' | 'week'): readonly DayNumber[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const task of tasks) {
    first = Math.min(first, dayNumber(task.baselineStart));
    last = Math.max(last, dayNumber(task.baselineFinish));
  }
  const ends: DayNumber[] = [];
  for (let end = lastDayOf(first, period); ; end = lastDayOf(end + 1, period)) {
    ends.push(end);
    if (end >= last) return ends;
  }
}

function lastDayOf(day: DayNumber, period: 'month' | 'week'): DayNumber {
  return period === 'month' ? endOfMonth(day) : day + 7 - weekdayOf(day);
}

function firstDayOf(end: DayNumber, period: 'month' | 'week'): DayNumber {
  return period === 'month' ? dayNumber(`${dateOf(end).slice(0, 7)}-01`) : end - 6;
}
