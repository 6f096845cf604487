import type { SqlRunner } from '../outbox/service-database.js';
import type { Stretch } from './owner-history.js';

/** What a service took of each owner: from the first event of every aggregate to its cursor. */
export async function takenHistory(sql: SqlRunner): Promise<ReadonlyMap<string, readonly Stretch[]>> {
  const rows = await sql.$queryRawUnsafe<CursorRow[]>(
    `SELECT source, aggregate_id, sequence::float8 AS sequence, event_id::text AS event_id
       FROM bus.inbox_cursor WHERE sequence > 0`,
  );
  const taken = new Map<string, Stretch[]>();
  for (const { source, aggregate_id: aggregateId, sequence, event_id: eventId } of rows) {
    if (!taken.has(source)) taken.set(source, []);
    taken
      .get(source)!
      .push({ aggregateId, from: { sequence: 0, eventId: null }, upTo: { sequence, eventId } });
  }
  return taken;
}

/** Ids of events that a person let go for good: they had no effect, and shall have none when history is taken again. */
export async function discardedEvents(sql: SqlRunner): Promise<ReadonlySet<string>> {
  const rows = await sql.$queryRawUnsafe<{ event_id: string }[]>(
    `SELECT event_id FROM bus.dead_letter WHERE state = 'discarded' AND event_id IS NOT NULL`,
  );
  return new Set(rows.map((row) => row.event_id));
}

/** Until the end of this transaction no replica takes an event, so that cursors and effects stand still. Reading goes on. */
export async function holdInboxes(tx: SqlRunner): Promise<void> {
  await tx.$executeRawUnsafe('LOCK TABLE bus.inbox_cursor IN EXCLUSIVE MODE');
}

interface CursorRow {
  readonly source: string;
  readonly aggregate_id: string;
  readonly sequence: number;
  readonly event_id: string | null;
}
