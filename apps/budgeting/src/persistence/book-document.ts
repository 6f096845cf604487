import { keyOf, keyOfOrderFrom, outcomeOf } from '../domain/cost/cost-document.js';
import type { CostDocument, DocumentPlace } from '../domain/cost/cost-document.js';
import type { LedgerCommand } from '../domain/ledger/command.js';
import { countsAsCost } from '../domain/ledger/entry-amount.js';
import { dayToPost } from '../domain/ledger/late-posting.js';
import { budgetIn, usedByProject } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import { keepAccrual } from './accruals.js';
import { ledgerOf } from './books.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import { isOrderedFrom, receivedOf, rebookAhead } from './documents-of-orders.js';
import { lapseExpired } from './lapses.js';
import { noteDocument } from './note-document.js';
import { postCost } from './post-cost.js';
import type { MoneyChange } from './status.js';
import { endWaiting, waitingDocuments } from './waiting-costs.js';
import type { WaitsFor } from './waiting-costs.js';
import type { Work } from './work.js';

/**
 * Posts a document, notes that it changes nothing any more, or says what it waits for. The budget's row is locked.
 *
 * @throws Refusal those of `decide`, before anything is written
 */
export async function bookDocument(
  work: Work,
  budget: BudgetRow,
  document: CostDocument,
): Promise<MoneyChange | WaitsFor> {
  const { projectId } = budget;
  const { orderKey, requisitionKey = orderKey } = document;
  const currency = budget.currency ?? document.currency;
  const wanted = { currency, commitmentIds: [orderKey], reservationIds: [requisitionKey] };
  const read = await ledgerOf(work.tx, budget, wanted);
  const ledger = document.kind === 'requisition' ? await lapseExpired(work, read, projectId) : read;
  const place = await placeOf(work, budget, { ...document, currency }, ledger);
  const outcome = outcomeOf({ ...document, currency }, place);
  const origin = { projectId, documentKey: keyOf(document), orderKey };
  const refused = document.kind === 'withdrawal' ? await refusedRequisition(work.tx, document) : undefined;
  if (refused !== undefined) {
    await noteDocument(work, refused, { projectId, currency });
    await endWaiting(work.tx, keyOf(refused));
  }
  if (outcome.does === 'note' || refused !== undefined) {
    await noteDocument(work, document, { projectId, currency });
    return {};
  }
  if (outcome.does === 'wait') return { reason: 'order-unknown', awaits: outcome.awaits };
  const on = dayToPost(budgetIn(ledger, place.budgetId), document.postedOn);
  const command = { ...outcome.command, by: 'connectors', on } as LedgerCommand;
  const posted = await postCost(work, ledger, command, {
    ...origin,
    taskId: await taskOfWbs(work.tx, projectId, document.wbs),
    ...(document.kind === 'receipt' ? { amountMinor: document.amountMinor } : {}),
    ...(on === document.postedOn ? {} : { documentOn: document.postedOn }),
  });
  if (posted.entry.kind === 'accrual')
    await keepAccrual(work.tx, posted.entry, budgetIn(ledger, place.budgetId), document.reversesOn);
  const after =
    command.kind === 'commit' ? await rebookAhead(work, posted.ledger, budget, document) : posted.ledger;
  return {
    ...usedByProject(after, projectId),
    currency,
    asOf: countsAsCost(posted.entry.kind) ? on : undefined,
  };
}

async function placeOf(
  work: Work,
  { projectId }: BudgetRow,
  document: CostDocument,
  ledger: Ledger,
): Promise<DocumentPlace> {
  const { kind, orderKey, requisitionKey = orderKey } = document;
  const isOfRequisition = kind === 'requisition' || kind === 'withdrawal';
  const commitment = isOfRequisition ? undefined : ledger.commitments.get(orderKey);
  const reservation = ledger.reservations?.get(requisitionKey);
  // What belongs to an order follows it; the rest lies with the project until a journal says where it belongs.
  const budgetId =
    commitment?.budgetId ?? (kind === 'order' ? reservation?.budgetId : undefined) ?? projectId;
  return {
    entryId: work.newId(),
    budgetId,
    commitment,
    reservation,
    isOrdered: isOfRequisition && (await isOrderedFrom(work.tx, projectId, orderKey)),
    receivedMinor: kind === 'receipt' ? await receivedOf(work.tx, projectId, orderKey) : 0n,
  };
}

/** A requisition that ended while it waited for money. */
async function refusedRequisition(
  tx: Tx,
  { projectCode, orderKey }: CostDocument,
): Promise<CostDocument | undefined> {
  const [waiting] = await waitingDocuments(tx, projectCode, { awaits: [keyOfOrderFrom(orderKey)] });
  return waiting;
}

async function taskOfWbs(tx: Tx, projectId: string, wbs: string | undefined): Promise<string | undefined> {
  if (wbs === undefined) return undefined;
  const task = await tx.task.findFirst({ where: { projectId, wbs }, select: { taskId: true } });
  return task?.taskId;
}
