import type { CostDocument } from '../domain/cost/cost-document.js';
import type { LedgerCommand } from '../domain/ledger/command.js';
import { decide } from '../domain/ledger/decide.js';
import { applyEntry, commitmentIn, openMinor } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import { Refusal } from '@meridian/refusal';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';
import { findEntry, ON_ITS_ORDER } from './entries.js';
import type { KeptEntry } from './entries.js';
import { postCost } from './post-cost.js';
import { postReversal } from './post-reversal.js';
import type { Work } from './work.js';

/** Whether an order was placed from the requisition. */
export async function isOrderedFrom(tx: Tx, projectId: string, requisitionId: string): Promise<boolean> {
  const order = await tx.commitment.findFirst({
    where: { projectId, requisitionId },
    select: { commitmentId: true },
  });
  return order !== null;
}

/** What the receipts of an order said, those that were taken back left out. */
export async function receivedOf(tx: Tx, projectId: string, commitmentId: string): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ receivedMinor: bigint }[]>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS "receivedMinor" FROM journal_entry e
     WHERE project_id = ${projectId}::uuid AND commitment_id = ${commitmentId} AND kind = 'receipt'
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.entry_id)`;
  return row?.receivedMinor ?? 0n;
}

/**
 * An order has come after invoices of it: they were cost without an order, and use it up now, as if it had been there. Where
 * such cost was moved elsewhere since, it stays there, and the order is cut by it.
 */
export async function rebookAhead(
  work: Work,
  ledger: Ledger,
  { projectId }: BudgetRow,
  { orderKey, requisitionKey }: CostDocument,
): Promise<Ledger> {
  if (requisitionKey !== undefined)
    await work.tx.commitment.update({
      where: { projectId_commitmentId: { projectId, commitmentId: orderKey } },
      data: { requisitionId: requisitionKey },
      select: { commitmentId: true },
    });
  let now = ledger;
  for (const { entryId } of await invoicesAhead(work.tx, projectId, orderKey)) {
    const kept = await findEntry(work.tx, entryId);
    if (kept) now = await rebook(work, now, orderKey, kept);
  }
  return now;
}

async function invoicesAhead(
  tx: Tx,
  projectId: string,
  orderKey: string,
): Promise<{ readonly entryId: string }[]> {
  return tx.$queryRaw<{ entryId: string }[]>`
    SELECT entry_id AS "entryId" FROM journal_entry e
     WHERE project_id = ${projectId}::uuid AND commitment_id = ${orderKey} AND kind = 'actual'
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.entry_id)
     ORDER BY entry_no`;
}

async function rebook(work: Work, ledger: Ledger, orderKey: string, kept: KeptEntry): Promise<Ledger> {
  const { entry, projectId, amountMinor, documentKey } = kept;
  const heading = { on: entry.on, reference: entry.reference, by: 'connectors' };
  const order = { ...heading, entryId: work.newId(), currency: entry.currency, commitmentId: orderKey };
  const invoice = { ...order, kind: 'invoice', amountMinor, isFinal: false, basis: 'fact' } as const;
  if (canRebook(ledger, { ...heading, kind: 'reverse', entry, entryId: order.entryId }, invoice)) {
    const { ledger: without } = await postReversal(work, ledger, kept, heading);
    const key = documentKey === undefined ? undefined : `${documentKey}${ON_ITS_ORDER}`;
    return (await postCost(work, without, invoice, { projectId, documentKey: key })).ledger;
  }
  const open = openMinor(commitmentIn(ledger, orderKey));
  const cut = amountMinor < open ? amountMinor : open;
  if (cut === 0n) return ledger;
  const release = { ...order, kind: 'release-commitment', amountMinor: cut } as const;
  return (await postCost(work, ledger, release, { projectId })).ledger;
}

/** Whether neither of the two is refused: asked before anything is written. */
function canRebook(ledger: Ledger, reversal: LedgerCommand, invoice: LedgerCommand): boolean {
  try {
    decide(applyEntry(ledger, decide(ledger, reversal).entry), invoice);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
