import type { Records } from './records.js';

/** One event as its owner keeps it. */
export interface EventTrace {
  readonly owner: string;
  readonly aggregateId: string;
  readonly sequence: number;
  readonly eventId: string;
  readonly type: string;
  readonly position: number;
  readonly correlationId: string;
  readonly occurredAt: string;
  /** Whether the relay still has to publish it. */
  readonly isPending: boolean;
  /** Where it stands in the stream, as long as not every consumer has confirmed it. */
  readonly streamSequence: number | null;
}

const COLUMNS = `o.aggregate_id AS "aggregateId", o.sequence::float8 AS sequence, o.event_id AS "eventId", o.type,
  o.position::float8 AS position, o.correlation_id AS "correlationId", o.occurred_at::text AS "occurredAt",
  p.position IS NOT NULL AS "isPending",
  (SELECT max(s.stream_sequence)::float8 FROM bus.relay_sent s WHERE s.event_id = o.event_id) AS "streamSequence"
  FROM bus.outbox o LEFT JOIN bus.outbox_pending p USING (position)`;

/** The events that a command announced. */
export async function eventsOfCommand(
  records: Records,
  owner: string,
  key: string,
): Promise<readonly EventTrace[]> {
  const sql = `SELECT ${COLUMNS} WHERE o.causation_id = $1 ORDER BY o.position LIMIT 20`;
  return owned(owner, await records.ask(owner, sql, [key]));
}

export async function eventAt(
  records: Records,
  owner: string,
  aggregateId: string,
  sequence: number,
): Promise<EventTrace | undefined> {
  const sql = `SELECT ${COLUMNS} WHERE o.aggregate_id = $1 AND o.sequence = $2`;
  return owned(owner, await records.ask(owner, sql, [aggregateId, sequence]))[0];
}

function owned(owner: string, rows: readonly Omit<EventTrace, 'owner'>[]): EventTrace[] {
  return rows.map((row) => ({ ...row, owner }));
}
