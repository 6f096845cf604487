import type { SealedEvent } from '../wire/sealed-event.js';

/** The columns of `bus.outbox o` that make a sealed event, named for `OutboxRow`. */
export const OUTBOX_COLUMNS = `o.event_id, o.aggregate_id, o.sequence, o.previous_event_id, o.type, o.payload::text AS payload,
  o.correlation_id, o.causation_id, o.traceparent, o.incarnation, o.occurred_at`;

export interface OutboxRow {
  readonly event_id: string;
  readonly aggregate_id: string;
  /** Text from `pg`, bigint from Prisma. */
  readonly sequence: string | bigint;
  readonly previous_event_id: string | null;
  readonly type: string;
  readonly payload: string;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly traceparent: string | null;
  readonly incarnation: string;
  readonly occurred_at: Date;
}

export function sealedEvent(row: OutboxRow, source: string): SealedEvent {
  return {
    eventId: row.event_id,
    source,
    type: row.type,
    aggregateId: row.aggregate_id,
    sequence: Number(row.sequence),
    previousId: row.previous_event_id,
    incarnation: row.incarnation,
    occurredAt: row.occurred_at.toISOString(),
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    traceparent: row.traceparent,
    payload: row.payload,
  };
}
