import type { JournalEntry } from '../domain/ledger/journal.js';
import type { Tx } from './database.js';

export interface EntryPlace {
  /** The project the entry is about, or the fund. */
  readonly projectId: string;
  /** What the entry is about, positive or negative: its postings only show where it went. */
  readonly amountMinor: bigint;
  readonly taskId?: string | undefined;
  readonly documentKey?: string | undefined;
  /** The order that a document names, also where the entry changes nothing of it. */
  readonly orderKey?: string | undefined;
  /** The day of the document, where the entry counts for another. */
  readonly documentOn?: string | undefined;
  readonly recordedAt: Date;
}

/**
 * Writes an entry with its postings, moves the balances by them, and its commitment and reservation by their changes: one
 * statement. The accounts' budgets and funds are locked. The world outside keeps no balance: all would wait for its row.
 */
export async function writeEntry(tx: Tx, entry: JournalEntry, place: EntryPlace): Promise<void> {
  const lines = entry.postings.map(({ account, amountMinor }, line) => ({
    line,
    kind: account.kind,
    id: account.id,
    period: account.period,
    amount: amountMinor.toString(),
  }));
  const { projectId } = place;
  const orders = rowOf(entry.commitment, projectId);
  const reservations = rowOf(entry.reservation, projectId);
  // Updated before inserted: the difference of an insert that turns into an update would be checked as if it were a balance.
  await tx.$executeRaw`
    WITH line AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
             AS l (line int, kind text, id text, period text, amount bigint)
    ), written AS (
      INSERT INTO journal_entry (entry_id, kind, posted_on, currency, reference, decision, commitment_id, reservation_id,
             reverses, line_count, project_id, amount_minor, task_id, document_key, posted_by, recorded_at, document_on)
      VALUES (${entry.entryId}::uuid, ${entry.kind}, ${entry.on}, ${entry.currency}, ${entry.reference},
             ${entry.decision ?? null}, ${entry.commitment?.commitmentId ?? place.orderKey ?? null},
             ${entry.reservation?.reservationId ?? null}, ${entry.reverses ?? null}::uuid, ${lines.length},
             ${projectId}::uuid, ${place.amountMinor}, ${place.taskId ?? null}::uuid, ${place.documentKey ?? null},
             ${entry.by ?? null}, ${place.recordedAt}, ${place.documentOn ?? null})
    ), posted AS (
      INSERT INTO posting (entry_id, line, account_kind, account_id, period, amount_minor)
      SELECT ${entry.entryId}::uuid, line, kind, id, period, amount FROM line
    ), ordered AS (
      SELECT * FROM jsonb_to_recordset(${orders}::jsonb) AS o ("commitmentId" text, "nodeId" uuid, period text,
        "committedMinor" bigint, "invoicedMinor" bigint, "releasedMinor" bigint, "accruedMinor" bigint)
    ), order_changed AS (
      UPDATE commitment c SET committed_minor = c.committed_minor + o."committedMinor",
             invoiced_minor = c.invoiced_minor + o."invoicedMinor", released_minor = c.released_minor + o."releasedMinor",
             accrued_minor = c.accrued_minor + o."accruedMinor"
        FROM ordered o WHERE c.project_id = ${projectId}::uuid AND c.commitment_id = o."commitmentId"
      RETURNING 1
    ), order_new AS (
      INSERT INTO commitment (project_id, commitment_id, node_id, period, committed_minor, invoiced_minor, released_minor,
             accrued_minor)
      SELECT ${projectId}::uuid, "commitmentId", "nodeId", period, "committedMinor", "invoicedMinor", "releasedMinor",
             "accruedMinor" FROM ordered WHERE NOT EXISTS (SELECT 1 FROM order_changed)
    ), reserved AS (
      SELECT * FROM jsonb_to_recordset(${reservations}::jsonb) AS r ("reservationId" text, "nodeId" uuid, period text,
        "reservedMinor" bigint, "usedMinor" bigint, "returnedMinor" bigint, "expiresOn" text)
    ), reservation_changed AS (
      UPDATE reservation c SET reserved_minor = c.reserved_minor + r."reservedMinor",
             used_minor = c.used_minor + r."usedMinor", returned_minor = c.returned_minor + r."returnedMinor"
        FROM reserved r WHERE c.project_id = ${projectId}::uuid AND c.reservation_id = r."reservationId"
      RETURNING 1
    ), reservation_new AS (
      INSERT INTO reservation (project_id, reservation_id, node_id, period, reserved_minor, used_minor, returned_minor,
             expires_on)
      SELECT ${projectId}::uuid, "reservationId", "nodeId", period, "reservedMinor", "usedMinor", "returnedMinor",
             "expiresOn" FROM reserved WHERE NOT EXISTS (SELECT 1 FROM reservation_changed)
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

/** A change as the one row of a JSON list, or no row; amounts as text, and the node only where it is not the project. */
function rowOf(change: JournalEntry['commitment'] | JournalEntry['reservation'], projectId: string): string {
  if (!change) return '[]';
  const nodeId = change.budgetId === projectId ? null : change.budgetId;
  return JSON.stringify([{ ...change, nodeId }], (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
