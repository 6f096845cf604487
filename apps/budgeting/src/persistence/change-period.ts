import { Refusal } from '@meridian/refusal';
import { withPeriodClosed } from '../domain/ledger/fiscal-calendar.js';
import { lockCalendar, saveCalendar } from './fiscal-calendars.js';
import { writeEntry } from './journal.js';
import { openWaitingForPeriods, postWaitingForPeriods } from './waiting-for-periods.js';
import { today } from './work.js';
import type { Work } from './work.js';

export interface PeriodChange {
  readonly calendarId: string;
  readonly period: string;
  readonly isClosed: boolean;
  readonly decision: string;
  readonly by: string;
}

/**
 * Closes a fiscal period or opens it again. It waits for postings that are under way, and later ones see it closed; what
 * waited for it is posted when it opens.
 *
 * @param check is told the version of the calendar under its lock
 * @throws Refusal `budgeting/unknown-calendar`, `budgeting/unknown-period`, those of `check`
 */
export async function changePeriod(
  work: Work,
  change: PeriodChange,
  check: (version: number) => void,
): Promise<number> {
  const { calendarId, period, isClosed } = change;
  // Budgets before calendars.
  const budgets = isClosed ? [] : await openWaitingForPeriods(work.tx);
  const before = await lockCalendar(work.tx, calendarId);
  if (!before) {
    throw new Refusal('budgeting/unknown-calendar', `There is no fiscal calendar ${calendarId}.`, {
      kind: 'not-found',
    });
  }
  check(before.version);
  const version = before.version + 1;
  const periods = withPeriodClosed(before.periods, period, isClosed);
  await saveCalendar(work.tx, { ...before, version, periods });
  await record(work, change);
  for (const budget of budgets) await postWaitingForPeriods(work, budget);
  return version;
}

async function record(work: Work, { calendarId, period, isClosed, decision, by }: PeriodChange) {
  const entry = {
    entryId: work.newId(),
    kind: isClosed ? ('period-close' as const) : ('period-open' as const),
    on: today(work),
    currency: NO_CURRENCY,
    reference: `Fiscal period ${period}`,
    decision,
    by,
    postings: [],
  };
  await writeEntry(work.tx, entry, { projectId: calendarId, amountMinor: 0n, recordedAt: work.now });
}

/** ISO 4217: no currency involved. */
const NO_CURRENCY = 'XXX';
