import type { SqlRunner } from '../outbox/service-database.js';
import type { Cursor } from '../protocol/cursor-rules.js';

/** A cursor as stored, with what people want to see beside the rules. */
export interface StoredCursor extends Cursor {
  readonly incarnation: string | null;
  readonly heldSequence: number | null;
}

export interface LockedCursors {
  readonly cursors: ReadonlyMap<string, StoredCursor>;
  /** The clock of the transaction. */
  readonly now: Date;
  /** The transaction's number, by which another session finds it. */
  readonly transactionId: string;
}

/** Another transaction created the same cursor at this moment; the next attempt will see it. */
export class CursorContended extends Error {
  readonly code = '40001';
  constructor() {
    super('A cursor was created by another replica at the same moment.');
    this.name = 'CursorContended';
  }
}

/**
 * Locks the cursors of the given aggregates, in order of id so that two replicas never wait in a circle; missing ones are made.
 * `statementMs`: from here on the database ends every statement of this transaction that takes longer.
 */
export async function lockCursors(
  tx: SqlRunner,
  source: string,
  aggregateIds: readonly string[],
  statementMs?: number,
): Promise<LockedCursors> {
  const limit = statementMs === undefined ? null : String(Math.ceil(statementMs));
  const rows = await tx.$queryRawUnsafe<LockedRow[]>(LOCK, source, JSON.stringify(aggregateIds), limit);
  if (rows.length < aggregateIds.length) throw new CursorContended();
  const cursors = new Map(rows.map((row) => [row.aggregate_id, stored(row)]));
  return { cursors, now: rows[0]!.now, transactionId: rows[0]!.transaction_id };
}

/** Writes moved cursors in one statement. */
export async function saveCursors(
  tx: SqlRunner,
  source: string,
  cursors: ReadonlyMap<string, StoredCursor>,
): Promise<void> {
  if (cursors.size > 0) await tx.$executeRawUnsafe(SAVE, source, movedCursors(cursors));
}

/** Moved cursors as the parameter of `saveWith`. */
export function movedCursors(cursors: ReadonlyMap<string, StoredCursor>): string {
  return JSON.stringify([...cursors].map(([aggregateId, cursor]) => ({ aggregateId, ...cursor })));
}

/** The statement that writes moved cursors, with the places of its parameters: the owner, and what `movedCursors` gives. */
export function saveWith(source: string, cursors: string): string {
  return `
UPDATE bus.inbox_cursor c
   SET sequence = g.sequence, event_id = g."eventId", incarnation = g.incarnation,
       parked_sequence = g."parkedSequence", held_sequence = g."heldSequence", changed_at = clock_timestamp()
  FROM json_to_recordset(${cursors}::json) AS g("aggregateId" text, sequence bigint, "eventId" uuid, incarnation uuid,
                                        "parkedSequence" bigint, "heldSequence" bigint)
 WHERE c.source = ${source} AND c.aggregate_id = g."aggregateId"`;
}

/** Cursors without a lock, for comparing with an owner's heads. */
export async function readCursors(
  sql: SqlRunner,
  source: string,
  aggregateIds: readonly string[],
): Promise<ReadonlyMap<string, StoredCursor>> {
  const rows = await sql.$queryRawUnsafe<CursorRow[]>(
    `SELECT ${COLUMNS}, now() AS now FROM bus.inbox_cursor
      WHERE source = $1 AND aggregate_id IN (SELECT json_array_elements_text($2::json))`,
    source,
    JSON.stringify(aggregateIds),
  );
  return new Map(rows.map((row) => [row.aggregate_id, stored(row)]));
}

/** All cursors after one aggregate id up to another (null: to the end), in the owner's order. */
export async function readCursorsBetween(
  sql: SqlRunner,
  source: string,
  after: string | null,
  upTo: string | null,
): Promise<ReadonlyMap<string, StoredCursor>> {
  const rows = await sql.$queryRawUnsafe<CursorRow[]>(
    `SELECT ${COLUMNS}, now() AS now FROM bus.inbox_cursor
      WHERE source = $1 AND aggregate_id > $2::text AND ($3::text IS NULL OR aggregate_id <= $3::text)`,
    source,
    after ?? '',
    upTo,
  );
  return new Map(rows.map((row) => [row.aggregate_id, stored(row)]));
}

interface CursorRow {
  readonly aggregate_id: string;
  readonly sequence: bigint;
  readonly event_id: string | null;
  readonly incarnation: string | null;
  readonly parked_sequence: bigint | null;
  readonly held_sequence: bigint | null;
  readonly now: Date;
}

interface LockedRow extends CursorRow {
  readonly transaction_id: string;
}

const COLUMNS = 'aggregate_id, sequence, event_id, incarnation, parked_sequence, held_sequence';

const LOCK = `
WITH wanted AS (
  SELECT json_array_elements_text($2::json) AS aggregate_id ORDER BY 1
), found AS (
  SELECT ${COLUMNS} FROM bus.inbox_cursor
   WHERE source = $1 AND aggregate_id IN (SELECT aggregate_id FROM wanted)
   ORDER BY aggregate_id FOR UPDATE
), made AS (
  INSERT INTO bus.inbox_cursor (source, aggregate_id, sequence)
  SELECT $1, aggregate_id, 0 FROM wanted WHERE aggregate_id NOT IN (SELECT aggregate_id FROM found) ORDER BY aggregate_id
  ON CONFLICT (source, aggregate_id) DO NOTHING
  RETURNING ${COLUMNS}
)
SELECT locked.*, now() AS now, pg_current_xact_id()::xid::text AS transaction_id,
       CASE WHEN $3::text IS NOT NULL THEN set_config('statement_timeout', $3::text, true) END AS limited
  FROM (SELECT * FROM found UNION ALL SELECT * FROM made) AS locked`;

const SAVE = saveWith('$1', '$2');

function stored(row: CursorRow): StoredCursor {
  const whole = (value: bigint | null) => (value === null ? null : Number(value));
  return {
    sequence: Number(row.sequence),
    eventId: row.event_id,
    incarnation: row.incarnation,
    parkedSequence: whole(row.parked_sequence),
    heldSequence: whole(row.held_sequence),
  };
}
