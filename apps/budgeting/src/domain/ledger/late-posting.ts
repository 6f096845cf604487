import { dateOf, dayNumber, endOfMonth } from '../plan/calendar-day.js';
import type { BudgetControl, FiscalPeriod } from './ledger.js';

/**
 * The day that a posting counts for. A day of a closed period is moved to the first day of the first open one after it,
 * where the calendar of the budget allows that; else it stays and is refused.
 */
export function dayToPost({ periods, latePosting }: BudgetControl, on: string): string {
  const own = periodOf(periods, on);
  if (own === undefined || !own.isClosed || latePosting !== 'next-open') return on;
  const open = periods
    .filter(({ isClosed, firstDay }) => !isClosed && firstDay > own.lastDay)
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))[0];
  return open?.firstDay ?? on;
}

/** When an accrual is taken back: the day after its fiscal period, or the first of the next month where there are none. */
export function dayAfterPeriod({ periods }: Pick<BudgetControl, 'periods'>, on: string): string {
  const own = periodOf(periods, on);
  return dateOf((own ? dayNumber(own.lastDay) : endOfMonth(dayNumber(on))) + 1);
}

function periodOf(periods: readonly FiscalPeriod[], on: string): FiscalPeriod | undefined {
  return periods.find(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay);
}
