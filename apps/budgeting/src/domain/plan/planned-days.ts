import { roundedQuotient } from '@meridian/money';
import { dateOf, weekdayOf } from './calendar-day.js';
import type { DayNumber } from './calendar-day.js';
import type { PlannedTask } from './planned-value.js';
import { elapsedOf, spanOf } from './working-days.js';
import type { WorkCalendar } from './working-days.js';

export interface PlannedDay {
  readonly day: string;
  /** Planned value up to and including the day. */
  readonly cumulativeMinor: bigint;
}

/**
 * Planned value day by day, one entry for each day on which it changes, in order. The last entry at or before a status
 * date equals `plannedValueOn` that date: each task is rounded once per day.
 *
 * @throws Refusal `budgeting/finish-before-start`
 */
export function plannedDays(tasks: Iterable<PlannedTask>, calendar: WorkCalendar): readonly PlannedDay[] {
  const holidays = new Set(calendar.holidays);
  const isWork = (day: DayNumber): boolean => calendar.weekdays.has(weekdayOf(day)) && !holidays.has(day);
  const growth = new Map<DayNumber, bigint>();
  for (const task of tasks) if (task.budgetMinor !== 0n) addGrowth(growth, task, calendar, isWork);
  let cumulativeMinor = 0n;
  return [...growth]
    .sort(([a], [b]) => a - b)
    .map(([day, grown]) => ({ day: dateOf(day), cumulativeMinor: (cumulativeMinor += grown) }));
}

function addGrowth(
  growth: Map<DayNumber, bigint>,
  task: PlannedTask,
  calendar: WorkCalendar,
  isWork: (day: DayNumber) => boolean,
): void {
  const span = spanOf({ start: task.baselineStart, finish: task.baselineFinish });
  const { total } = elapsedOf(calendar, span, span.finish);
  // Without a single working day all calendar days count, as in `elapsedDays`.
  const countsAll = !hasWork(span, isWork);
  let [elapsed, planned] = [0, 0n];
  for (let day = span.start; day <= span.finish; day += 1) {
    if (!countsAll && !isWork(day)) continue;
    elapsed += 1;
    const now = roundedQuotient(task.budgetMinor * BigInt(elapsed), BigInt(total));
    if (now !== planned) growth.set(day, (growth.get(day) ?? 0n) + now - planned);
    planned = now;
  }
}

function hasWork(
  span: { readonly start: DayNumber; readonly finish: DayNumber },
  isWork: (day: DayNumber) => boolean,
): boolean {
  for (let day = span.start; day <= span.finish; day += 1) if (isWork(day)) return true;
  return false;
}
