import { Refusal } from '@meridian/refusal';
import { dayNumber } from '../plan/calendar-day.js';
import { WHOLE } from './account.js';
import type { FiscalPeriod } from './ledger.js';

type PeriodDates = Pick<FiscalPeriod, 'period' | 'firstDay' | 'lastDay'>;

/**
 * The periods of a calendar with those added or named again: in order, each beginning the day after the one before ends.
 * What was recorded keeps its dates, because money lies in it.
 *
 * @throws Refusal `budgeting/period-dates`, `budgeting/period-recorded`, `budgeting/not-a-date`
 */
export function withPeriods(
  known: readonly FiscalPeriod[],
  added: readonly PeriodDates[],
): readonly FiscalPeriod[] {
  const fresh = added.filter((one) => !isRecorded(known, one));
  const all = [...known, ...fresh.map((one) => ({ ...one, isClosed: false }))].sort((a, b) =>
    a.firstDay < b.firstDay ? -1 : 1,
  );
  all.forEach((period, index) => requireNext(all[index - 1], period));
  return all;
}

/** @throws Refusal `budgeting/unknown-period` */
export function withPeriodClosed(
  known: readonly FiscalPeriod[],
  period: string,
  isClosed: boolean,
): readonly FiscalPeriod[] {
  if (known.some((one) => one.period === period)) {
    return known.map((one) => (one.period === period ? { ...one, isClosed } : one));
  }
  const names = known.map((one) => one.period).join(', ') || 'none';
  throw new Refusal(
    'budgeting/unknown-period',
    `Found fiscal period ${period}; the calendar has: ${names}.`,
    { kind: 'unprocessable' },
  );
}

function isRecorded(known: readonly FiscalPeriod[], { period, firstDay, lastDay }: PeriodDates): boolean {
  const before = known.find((one) => one.period === period);
  if (before === undefined) return false;
  if (before.firstDay === firstDay && before.lastDay === lastDay) return true;
  throw new Refusal(
    'budgeting/period-recorded',
    `Fiscal period ${period} runs from ${before.firstDay} to ${before.lastDay} and keeps its dates; add another one.`,
  );
}

function requireNext(before: FiscalPeriod | undefined, { period, firstDay, lastDay }: PeriodDates): void {
  const first = dayNumber(firstDay);
  const isInOrder = first <= dayNumber(lastDay) && period !== WHOLE;
  const follows = before === undefined || dayNumber(before.lastDay) + 1 === first;
  if (isInOrder && follows && before?.period !== period) return;
  throw new Refusal(
    'budgeting/period-dates',
    `Period ${period} runs from ${firstDay} to ${lastDay}${before ? ` after ${before.period}, which ends on ${before.lastDay}` : ''}; periods follow each other without gap or overlap, and none is called ${WHOLE}.`,
    { kind: 'unprocessable' },
  );
}
