import type { BookedTime } from '../domain/rates/time-cost.js';
import { lockBudget, lockBudgets } from './budgets.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import { lockRates } from './labour-rates.js';
import type { MoneyRows } from './money-rows.js';
import { postTimes } from './post-time.js';
import { findBooking, waitingBookings } from './time-bookings.js';
import type { Work } from './work.js';

/** Takes one approved line of a timesheet, once. */
export async function takeTime(work: Work, time: BookedTime): Promise<void> {
  await lockRates(work.tx, 'shared');
  const budget = await lockBudget(work.tx, time.projectId);
  if (await findBooking(work.tx, time.entryId)) return;
  await postTimes(work, budget, [time]);
}

/**
 * Before anything changes that time may wait for: nobody prices time until the transaction ends, and the budgets of all
 * projects that have waiting time, and of those named besides, are locked.
 */
export async function openWaitingTime(
  tx: Tx,
  besides: readonly string[] = [],
): Promise<readonly BudgetRow[]> {
  await lockRates(tx, 'alone');
  const rows = await tx.timeBooking.findMany({
    where: { state: 'waiting' },
    distinct: ['projectId'],
    select: { projectId: true },
  });
  const projectIds = [...rows.map(({ projectId }) => projectId), ...besides];
  if (projectIds.length === 0) return [];
  return [...(await lockBudgets(tx, projectIds)).values()];
}

/** Which of these projects have waiting time. Lock the rates and then the budgets before: what is being taken is seen then. */
export async function projectsWithWaitingTime(
  tx: Tx,
  projectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.timeBooking.findMany({
    where: { state: 'waiting', projectId: { in: [...projectIds] } },
    distinct: ['projectId'],
    select: { projectId: true },
  });
  return new Set(rows.map(({ projectId }) => projectId));
}

/** Tries again what waits of a project. @returns the budget as it is then */
export async function postWaitingTime(work: Work, budget: BudgetRow, rows?: MoneyRows): Promise<BudgetRow> {
  const times = await waitingBookings(work.tx, budget.projectId);
  return times.length > 0 ? postTimes(work, budget, times, rows) : budget;
}
