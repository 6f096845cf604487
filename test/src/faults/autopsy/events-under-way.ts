import { eventAt } from './event-trace.js';
import type { EventTrace } from './event-trace.js';
import type { Records } from './records.js';
import { takersOf } from './taken-trace.js';
import type { TakenTrace } from './taken-trace.js';

/** The next event that a consumer has not taken. */
export interface EventUnderWay extends EventTrace {
  readonly consumer: string;
  readonly head: number;
  /** Everybody who takes the aggregate, so that one who is behind can be told from all. */
  readonly takers: readonly TakenTrace[];
}

interface Behind {
  readonly aggregateId: string;
  readonly head: number;
  readonly taken: number;
}

const MOST_PER_WAY = 3;
const SOURCES = 'SELECT DISTINCT source FROM bus.inbox_cursor ORDER BY source';
const HEADS = 'SELECT aggregate_id AS "aggregateId", sequence::float8 AS head FROM bus.outbox_head';
const CURSORS =
  'SELECT aggregate_id AS "aggregateId", sequence::float8 AS taken FROM bus.inbox_cursor WHERE source = $1';

/** Where consumers are behind: a few aggregates of each way. A service that never heard of another does not listen to it. */
export async function eventsUnderWay(records: Records): Promise<readonly EventUnderWay[]> {
  const found: EventUnderWay[] = [];
  for (const consumer of records.services) {
    for (const { source } of await records.ask<{ source: string }>(consumer, SOURCES)) {
      if (!records.services.includes(source)) continue;
      for (const { aggregateId, head, taken } of await behind(records, consumer, source)) {
        const event = await eventAt(records, source, aggregateId, taken + 1);
        if (event === undefined) continue;
        found.push({ ...event, consumer, head, takers: await takersOf(records, source, aggregateId) });
      }
    }
  }
  return found;
}

async function behind(records: Records, consumer: string, source: string): Promise<readonly Behind[]> {
  const heads = await records.ask<{ aggregateId: string; head: number }>(source, HEADS);
  const cursors = await records.ask<{ aggregateId: string; taken: number }>(consumer, CURSORS, [source]);
  const taken = new Map(cursors.map((one) => [one.aggregateId, one.taken]));
  return heads
    .map((one) => ({ ...one, taken: taken.get(one.aggregateId) ?? 0 }))
    .filter((one) => one.taken < one.head)
    .slice(0, MOST_PER_WAY);
}
