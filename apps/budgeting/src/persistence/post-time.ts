import { Refusal } from '@meridian/refusal';
import type { RateSet } from '../domain/currencies/rate-set.js';
import { usedByProject } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import { labourInFigures } from '../domain/rates/labour-in-figures.js';
import type { LabourInFigures } from '../domain/rates/labour-in-figures.js';
import type { LabourRate } from '../domain/rates/labour-rate.js';
import { commandOfTime, priceOf } from '../domain/rates/time-cost.js';
import type { BookedTime } from '../domain/rates/time-cost.js';
import { ledgerOf } from './books.js';
import type { BudgetRow } from './budgets.js';
import { findEntry, TIME_DOCUMENT } from './entries.js';
import { ratesFor } from './labour-rates.js';
import { postedLabour, releaseLabour } from './labour-releases.js';
import { moneyTables } from './money-rows.js';
import type { MoneyRows } from './money-rows.js';
import { postCost } from './post-cost.js';
import { postReversal } from './post-reversal.js';
import { approvedRateSetsUpTo } from './rate-sets.js';
import { reportMoney } from './status.js';
import { budgetOfTask } from './task-budgets.js';
import { findBooking, keepOutcome } from './time-bookings.js';
import type { TimeOutcome, TimeWaitsFor } from './time-bookings.js';
import { today } from './work.js';
import type { Work } from './work.js';

/** What time of one project is priced and posted with, as the postings before have left it. */
interface Desk {
  readonly budget: BudgetRow;
  readonly currency: string;
  readonly rates: readonly LabourRate[];
  readonly sets: readonly RateSet[];
  readonly ledger: Ledger;
}

interface Posted {
  readonly outcome: TimeOutcome;
  readonly ledger: Ledger;
}

/**
 * Prices time of one project with the rates of its days and posts it; what cannot be posted waits with its reason. The rates
 * and the budget's row are locked. The figures are told month by month, so that cost counts for the month it was worked in.
 *
 * @param times by day
 * @returns the budget as it is then
 */
export async function postTimes(
  work: Work,
  budget: BudgetRow,
  times: readonly BookedTime[],
  rows: MoneyRows = moneyTables(work.tx),
): Promise<BudgetRow> {
  const { projectId, currency } = budget;
  if (currency === null) {
    for (const time of times) await keepOutcome(work.tx, time, waiting('project-unknown'), work.now);
    return budget;
  }
  const rates = await ratesFor(
    work.tx,
    times.map(({ personId }) => personId),
  );
  const sets = await setsFor(work, times, rates, currency);
  let desk: Desk = { budget, currency, rates, sets, ledger: await ledgerOf(work.tx, budget, { currency }) };
  for (const month of byMonth(times)) {
    let asOf: string | undefined;
    for (const time of month) {
      const { outcome, ledger } = await postTime(work, desk, time);
      await keepOutcome(work.tx, time, outcome, work.now);
      desk = { ...desk, ledger };
      if (outcome.state === 'posted') asOf = time.day;
    }
    if (asOf === undefined) continue;
    const labour = await labourAfter(work, desk);
    const change = { ...usedByProject(desk.ledger, projectId), ...labour, currency, asOf };
    desk = { ...desk, budget: await reportMoney(work, desk.budget, change, rows) };
  }
  return desk.budget;
}

/** The rate of the house is another one: what the figures say of labour by it changes. The budget's row is locked. */
export async function tellLabour(work: Work, budget: BudgetRow): Promise<void> {
  const { projectId, currency } = budget;
  if (currency === null) return;
  const rates = await ratesFor(work.tx, []);
  const sets = await approvedRateSetsUpTo(work.tx, today(work));
  const labour = labourInFigures(await postedLabour(work.tx, projectId), rates, { currency, sets });
  await reportMoney(work, budget, labour);
}

/** What the figures may say of the labour, once what was posted is part of it. */
async function labourAfter(work: Work, { budget, currency, rates, sets }: Desk): Promise<LabourInFigures> {
  await releaseLabour(work, budget.projectId, currency);
  return labourInFigures(await postedLabour(work.tx, budget.projectId), rates, { currency, sets });
}

async function postTime(work: Work, desk: Desk, time: BookedTime): Promise<Posted> {
  try {
    return time.reversesEntryId === undefined
      ? await book(work, desk, time)
      : await takeBack(work, desk, time, time.reversesEntryId);
  } catch (error) {
    const reason = error instanceof Refusal ? REASONS.get(error.code) : undefined;
    if (reason === undefined) throw error;
    return { outcome: waiting(reason), ledger: desk.ledger };
  }
}

/** Refusals come before anything is written. */
const REASONS: ReadonlyMap<string, TimeWaitsFor> = new Map([
  ['budgeting/no-rate', 'no-rate'],
  ['budgeting/rates-tie', 'rates-tie'],
  ['budgeting/no-exchange-rate', 'no-exchange-rate'],
  ['budgeting/period-closed', 'period-closed'],
  ['budgeting/date-outside-periods', 'date-outside-periods'],
  ['budgeting/reversal-overdraws', 'reversal-overdraws'],
]);

async function book(
  work: Work,
  { currency, rates, sets, ledger, budget }: Desk,
  time: BookedTime,
): Promise<Posted> {
  const { projectId, taskId, entryId } = time;
  const { rate, rateSetId = null, amountMinor } = priceOf(time, rates, { currency, sets });
  const budgetId = await budgetOfTask(work.tx, budget, taskId);
  const command = commandOfTime(time, amountMinor, { entryId: work.newId(), budgetId, currency });
  if (!command) return { outcome: { state: 'settled' }, ledger };
  const posted = await postCost(work, ledger, command, {
    projectId,
    taskId,
    documentKey: `${TIME_DOCUMENT}${entryId}`,
  });
  const { rateId, version: rateVersion } = rate;
  const postingId = posted.entry.entryId;
  return {
    outcome: { state: 'posted', postingId, rateId, rateVersion, rateSetId, amountMinor, currency },
    ledger: posted.ledger,
  };
}

/** Most houses pay in the currency of their projects: exchange rates are read where one of the rates needs them. */
async function setsFor(
  { tx }: Work,
  times: readonly BookedTime[],
  rates: readonly LabourRate[],
  currency: string,
): Promise<readonly RateSet[]> {
  const lastDay = times.at(-1)?.day;
  if (lastDay === undefined || rates.every((rate) => rate.currency === currency)) return [];
  return approvedRateSetsUpTo(tx, lastDay);
}

/** Takes back exactly what was posted, at the rate of then. What was never posted waits no longer. */
async function takeBack(
  work: Work,
  { ledger, currency }: Desk,
  time: BookedTime,
  originalId: string,
): Promise<Posted> {
  const original = await findBooking(work.tx, originalId);
  if (original?.projectId !== time.projectId) return { outcome: waiting('original-unknown'), ledger };
  if (original.state === 'waiting') {
    const data = { state: 'settled', reason: null };
    await work.tx.timeBooking.update({ where: { entryId: originalId }, data });
  }
  const kept = original.postingId === null ? null : await findEntry(work.tx, original.postingId);
  if (!kept || kept.reversedBy !== undefined) return { outcome: { state: 'settled' }, ledger };
  const posted = await postReversal(work, ledger, kept, {
    on: time.day,
    reference: `Reversal of ${kept.entry.reference}`,
    by: 'resourcing',
    documentKey: `${TIME_DOCUMENT}${time.entryId}`,
  });
  const { rateId, rateVersion, rateSetId } = original;
  const [postingId, amountMinor] = [posted.entry.entryId, -kept.amountMinor];
  return {
    outcome: { state: 'posted', postingId, rateId, rateVersion, rateSetId, amountMinor, currency },
    ledger: posted.ledger,
  };
}

function waiting(reason: TimeWaitsFor): TimeOutcome {
  return { state: 'waiting', reason };
}

function byMonth(times: readonly BookedTime[]): readonly (readonly BookedTime[])[] {
  const months = new Map<string, BookedTime[]>();
  for (const time of times) {
    const month = time.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), time]);
  }
  return [...months.values()];
}
