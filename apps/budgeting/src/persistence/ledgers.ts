import type { Currency } from '@meridian/money';
import { accountKey } from '../domain/ledger/account.js';
import type { Account, AccountKind } from '../domain/ledger/account.js';
import type { JournalEntry, Posting } from '../domain/ledger/journal.js';
import type { Commitment, Ledger, OverrunPolicy } from '../domain/ledger/ledger.js';
import type { BudgetRow } from './budgets.js';
import type { Tx } from './database.js';

/** The part of the ledger that belongs to one budget. Lock the budget before. */
export async function loadLedger(
  tx: Tx,
  budget: BudgetRow,
  currency: Currency,
  commitmentId?: string,
): Promise<Ledger> {
  const { projectId } = budget;
  const balances = await tx.accountBalance.findMany({ where: { accountId: projectId } });
  const commitment = commitmentId === undefined ? null : await findCommitment(tx, projectId, commitmentId);
  const control = {
    budgetId: projectId,
    policy: budget.policy as OverrunPolicy,
    isFrozen: budget.isFrozen,
    periods: [],
  };
  return {
    currency,
    balances: new Map(
      balances.map(({ accountKind, accountId, period, balanceMinor }) => [
        accountKey({ kind: accountKind as AccountKind, id: accountId, period }),
        balanceMinor,
      ]),
    ),
    budgets: new Map([[projectId, control]]),
    commitments: new Map(commitment ? [[commitment.commitmentId, commitment]] : []),
  };
}

export interface EntryNote {
  readonly projectId: string;
  /** What the entry is about, positive or negative: its postings only show where it went. */
  readonly amountMinor: bigint;
  readonly taskId?: string | undefined;
  readonly documentKey?: string | undefined;
  readonly recordedAt: Date;
}

/** Writes an entry, moves the balances by its postings and its commitment by its change. */
export async function appendEntry(tx: Tx, entry: JournalEntry, note: EntryNote): Promise<void> {
  const postings = entry.postings.map(({ account, amountMinor }, line) => ({
    entryId: entry.entryId,
    line,
    ...columnsOf(account),
    amountMinor,
  }));
  await tx.journalEntry.create({
    data: {
      entryId: entry.entryId,
      kind: entry.kind,
      postedOn: entry.on,
      currency: entry.currency,
      reference: entry.reference,
      decision: entry.decision ?? null,
      commitmentId: entry.commitment?.commitmentId ?? null,
      reverses: entry.reverses ?? null,
      lineCount: postings.length,
      projectId: note.projectId,
      amountMinor: note.amountMinor,
      taskId: note.taskId ?? null,
      documentKey: note.documentKey ?? null,
      recordedAt: note.recordedAt,
    },
    select: { entryId: true },
  });
  if (postings.length > 0) await tx.posting.createMany({ data: postings });
  await moveBalances(tx, entry.postings);
  if (entry.commitment) await moveCommitment(tx, note.projectId, entry.commitment);
}

async function findCommitment(tx: Tx, projectId: string, commitmentId: string): Promise<Commitment | null> {
  const row = await tx.commitment.findUnique({
    where: { projectId_commitmentId: { projectId, commitmentId } },
  });
  return row && { ...row, budgetId: projectId };
}

async function moveBalances(tx: Tx, postings: readonly Posting[]): Promise<void> {
  // The world outside keeps no balance: all projects would wait for its one row.
  const inside = postings.filter(({ account }) => account.kind !== 'external');
  if (inside.length === 0) return;
  const moves = inside.map(({ account, amountMinor }) => ({
    kind: account.kind,
    id: account.id,
    period: account.period,
    amount: amountMinor.toString(),
  }));
  // An insert that turns into an update would have its difference checked as if it were a balance.
  await tx.$executeRaw`
    WITH move AS (
      SELECT kind, id, period, sum(amount)::bigint AS amount
        FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS m (kind text, id text, period text, amount bigint)
       GROUP BY kind, id, period
    ), moved AS (
      UPDATE account_balance b SET balance_minor = b.balance_minor + move.amount
        FROM move WHERE (b.account_id, b.account_kind, b.period) = (move.id, move.kind, move.period)
      RETURNING b.account_id, b.account_kind, b.period
    )
    INSERT INTO account_balance (account_kind, account_id, period, balance_minor)
    SELECT kind, id, period, amount FROM move
     WHERE (id, kind, period) NOT IN (SELECT account_id, account_kind, period FROM moved)`;
}

async function moveCommitment(
  tx: Tx,
  projectId: string,
  change: NonNullable<JournalEntry['commitment']>,
): Promise<void> {
  const { commitmentId, period, committedMinor, invoicedMinor, releasedMinor } = change;
  const { count } = await tx.commitment.updateMany({
    where: { projectId, commitmentId },
    data: {
      committedMinor: { increment: committedMinor },
      invoicedMinor: { increment: invoicedMinor },
      releasedMinor: { increment: releasedMinor },
    },
  });
  if (count > 0) return;
  const first = { projectId, commitmentId, period, committedMinor, invoicedMinor, releasedMinor };
  await tx.commitment.create({ data: first, select: { period: true } });
}

function columnsOf({ kind, id, period }: Account) {
  return { accountKind: kind as string, accountId: id, period };
}
