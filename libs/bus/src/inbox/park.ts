import type { ServiceDatabase } from '../outbox/service-database.js';
import type { SqlRunner } from '../outbox/service-database.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { isStillAt, parkedAt } from '../protocol/cursor-rules.js';
import type { Cursor } from '../protocol/cursor-rules.js';
import { lockCursors, saveCursors } from './cursor-table.js';
import type { StoredCursor } from './cursor-table.js';
import { storable, writeDeadLetters } from './dead-letter-table.js';

const LIMITS = { maxWait: 5_000, timeout: 10_000 };

/** Parks an aggregate whose owner no longer knows the event we took last. True when it still was so under the lock. */
export async function parkDiverged(
  database: ServiceDatabase,
  source: string,
  aggregateId: string,
  seen: Cursor,
): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const cursor = (await lockCursors(tx, source, [aggregateId])).cursors.get(aggregateId)!;
    if (!isStillAt(cursor, seen)) return false;
    const heldSequence = cursor.sequence + 1;
    const parked = { ...cursor, ...parkedAt(cursor, heldSequence), heldSequence };
    await saveCursors(tx, source, new Map([[aggregateId, parked]]));
    const reason = `${source} no longer has event ${cursor.sequence} (${cursor.eventId}), the last one taken here: its history was replaced.`;
    await writeDeadLetters(tx, [
      { event: placeholder(source, aggregateId, cursor), kind: 'diverged', reason, attempts: 1 },
    ]);
    return true;
  }, LIMITS);
}

/** A message without a readable envelope: kept for people, parks nothing. */
export async function keepUnreadable(
  sql: SqlRunner,
  source: string,
  subject: string,
  data: Uint8Array,
  reason: string,
): Promise<void> {
  await sql.$executeRawUnsafe(
    `INSERT INTO bus.dead_letter (source, type, payload, headers, reason_kind, reason, attempts)
     VALUES ($1, $2, $3, '{}'::json, 'invalid', $4, 1)`,
    source,
    subject,
    Buffer.from(data),
    storable(reason),
  );
}

/** There is no event to show: the letter names what is missing. */
function placeholder(source: string, aggregateId: string, cursor: StoredCursor): SealedEvent {
  return {
    eventId: cursor.eventId!,
    source,
    type: `events.${source}`,
    aggregateId,
    sequence: cursor.sequence + 1,
    previousId: cursor.eventId,
    incarnation: cursor.incarnation!,
    occurredAt: new Date(0).toISOString(),
    correlationId: 'anti-entropy',
    causationId: null,
    traceparent: null,
    payload: '{}',
  };
}
