import type { SqlRunner } from '../outbox/service-database.js';
import type { LaneOutcome, LaneWork } from '../protocol/inbox-protocol.js';
import type { EventArrival } from './inbox-ports.js';
import type { Reactions } from './reactions.js';

type Lane = LaneWork<EventArrival>;

export interface PassedOver {
  readonly outcomes: readonly LaneOutcome[];
  readonly arrivals: readonly EventArrival[];
  /** Lanes that have to be looked at one by one. */
  readonly left: readonly Lane[];
}

/**
 * Moves the cursors of lanes whose events have no reaction in this service, in one statement that is a transaction by itself. A
 * cursor moves only when the events are the next ones, each names the one before, and the aggregate is not parked: what `judge`
 * calls next. Every other lane is left as it is.
 */
export async function passOver(
  sql: SqlRunner,
  source: string,
  work: readonly Lane[],
  reactions: Reactions,
): Promise<PassedOver> {
  const candidates = work.filter((lane) => isChain(lane, reactions));
  if (candidates.length === 0) return { outcomes: [], arrivals: [], left: work };
  const rows = await sql.$queryRawUnsafe<{ aggregate_id: string }[]>(
    MOVE,
    source,
    JSON.stringify(candidates.map(moveOf)),
  );
  const moved = new Set(rows.map(({ aggregate_id }) => aggregate_id));
  const passed = candidates.filter(({ aggregateId }) => moved.has(aggregateId));
  return {
    outcomes: passed.map(({ aggregateId, arrivals }) => ({
      aggregateId,
      doneCount: arrivals.length,
      missingFrom: null,
    })),
    arrivals: passed.flatMap(({ arrivals }) => arrivals),
    left: work.filter(({ aggregateId }) => !moved.has(aggregateId)),
  };
}

function isChain({ arrivals, poison }: Lane, reactions: Reactions): boolean {
  if (poison !== null) return false;
  return arrivals.every(({ event }, index) => {
    if (reactions.has(event.type)) return false;
    const before = arrivals[index - 1]?.event;
    return !before || (event.sequence === before.sequence + 1 && event.previousId === before.eventId);
  });
}

function moveOf({ aggregateId, arrivals }: Lane): object {
  const first = arrivals[0]!.event;
  const { sequence, eventId, incarnation } = arrivals.at(-1)!.event;
  return {
    aggregateId,
    after: first.sequence - 1,
    afterId: first.previousId,
    sequence,
    eventId,
    incarnation,
  };
}

const MOVE = `
WITH given AS (
  SELECT * FROM json_to_recordset($2::json)
    AS g("aggregateId" text, after bigint, "afterId" uuid, sequence bigint, "eventId" uuid, incarnation uuid)
), moved AS (
  UPDATE bus.inbox_cursor c
     SET sequence = g.sequence, event_id = g."eventId", incarnation = g.incarnation, changed_at = clock_timestamp()
    FROM given g
   WHERE c.source = $1 AND c.aggregate_id = g."aggregateId" AND c.sequence = g.after
     AND c.event_id IS NOT DISTINCT FROM g."afterId" AND c.parked_sequence IS NULL
  RETURNING c.aggregate_id
), made AS (
  INSERT INTO bus.inbox_cursor (source, aggregate_id, sequence, event_id, incarnation)
  SELECT $1, "aggregateId", sequence, "eventId", incarnation FROM given
   WHERE after = 0 AND "afterId" IS NULL ORDER BY "aggregateId"
  ON CONFLICT (source, aggregate_id) DO NOTHING
  RETURNING aggregate_id
)
SELECT aggregate_id FROM moved UNION ALL SELECT aggregate_id FROM made`;
