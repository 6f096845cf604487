import type { JournalEntry } from '../domain/ledger/journal.js';
import type { Tx } from './database.js';

export interface EntryPlace {
  /** The project the entry is about, or the fund. */
  readonly projectId: string;
  /** What the entry is about, positive or negative: its postings only show where it went. */
  readonly amountMinor: bigint;
  readonly taskId?: string | undefined;
  readonly documentKey?: string | undefined;
  readonly recordedAt: Date;
}

/**
 * Writes an entry with its postings, moves the balances by them, and its commitment and reservation by their changes.
 * The accounts' budgets and funds are locked.
 */
export async function writeEntry(tx: Tx, entry: JournalEntry, place: EntryPlace): Promise<void> {
  await writeJournal(tx, entry, place);
  if (entry.commitment) await changeCommitment(tx, place.projectId, entry.commitment);
  if (entry.reservation) await changeReservation(tx, place.projectId, entry.reservation);
}

/** One statement: the entry, its lines, and the balances. The world outside keeps none: all would wait for its one row. */
async function writeJournal(tx: Tx, entry: JournalEntry, place: EntryPlace): Promise<void> {
  const lines = entry.postings.map(({ account, amountMinor }, line) => ({
    line,
    kind: account.kind,
    id: account.id,
    period: account.period,
    amount: amountMinor.toString(),
  }));
  // An insert that turns into an update would have its difference checked as if it were a balance.
  await tx.$executeRaw`
    WITH line AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
             AS l (line int, kind text, id text, period text, amount bigint)
    ), written AS (
      INSERT INTO journal_entry (entry_id, kind, posted_on, currency, reference, decision, commitment_id, reservation_id,
             reverses, line_count, project_id, amount_minor, task_id, document_key, posted_by, recorded_at)
      VALUES (${entry.entryId}::uuid, ${entry.kind}, ${entry.on}, ${entry.currency}, ${entry.reference},
             ${entry.decision ?? null}, ${entry.commitment?.commitmentId ?? null},
             ${entry.reservation?.reservationId ?? null}, ${entry.reverses ?? null}::uuid, ${lines.length},
             ${place.projectId}::uuid, ${place.amountMinor}, ${place.taskId ?? null}::uuid, ${place.documentKey ?? null},
             ${entry.by ?? null}, ${place.recordedAt})
    ), posted AS (
      INSERT INTO posting (entry_id, line, account_kind, account_id, period, amount_minor)
      SELECT ${entry.entryId}::uuid, line, kind, id, period, amount FROM line
    ), move AS (
      SELECT kind, id, period, sum(amount)::bigint AS amount FROM line WHERE kind <> 'external'
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

async function changeCommitment(
  tx: Tx,
  projectId: string,
  { budgetId, ...change }: NonNullable<JournalEntry['commitment']>,
): Promise<void> {
  const { commitmentId, period, committedMinor, invoicedMinor, releasedMinor, accruedMinor } = change;
  const { count } = await tx.commitment.updateMany({
    where: { projectId, commitmentId },
    data: {
      committedMinor: { increment: committedMinor },
      invoicedMinor: { increment: invoicedMinor },
      releasedMinor: { increment: releasedMinor },
      accruedMinor: { increment: accruedMinor },
    },
  });
  if (count > 0) return;
  const nodeId = budgetId === projectId ? null : budgetId;
  await tx.commitment.create({
    data: {
      projectId,
      nodeId,
      commitmentId,
      period,
      committedMinor,
      invoicedMinor,
      releasedMinor,
      accruedMinor,
    },
    select: { period: true },
  });
}

async function changeReservation(
  tx: Tx,
  projectId: string,
  { budgetId, ...change }: NonNullable<JournalEntry['reservation']>,
): Promise<void> {
  const { reservationId, period, reservedMinor, usedMinor, returnedMinor, expiresOn } = change;
  const { count } = await tx.reservation.updateMany({
    where: { projectId, reservationId },
    data: {
      reservedMinor: { increment: reservedMinor },
      usedMinor: { increment: usedMinor },
      returnedMinor: { increment: returnedMinor },
    },
  });
  if (count > 0) return;
  const nodeId = budgetId === projectId ? null : budgetId;
  await tx.reservation.create({
    data: {
      projectId,
      nodeId,
      reservationId,
      period,
      reservedMinor,
      usedMinor,
      returnedMinor,
      expiresOn: expiresOn ?? null,
    },
    select: { period: true },
  });
}
