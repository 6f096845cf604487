import { FetchEvents, ListHeads, fetchEventsSubject, listHeadsSubject } from '../inbox/owner-questions.js';
import type { HeadPage } from '../protocol/anti-entropy.js';
import { readContract } from '../contracts/read-contract.js';
import type { Answerer } from '../requests/answerer.js';
import { InvalidRequest } from '../requests/request-errors.js';
import { packedSize } from '../wire/packed-body.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { OUTBOX_COLUMNS, sealedEvent } from './outbox-row.js';
import type { OutboxRow } from './outbox-row.js';
import type { SqlRunner } from './service-database.js';

/** What fits into one message of the broker, with room for headers. */
const MAX_ANSWER_BYTES = 900 * 1024;

/** The two questions about its record that every owner answers, so that consumers can fill their gaps without the broker. */
export function ownerAnswers(service: string, sql: SqlRunner): [string, Answerer][] {
  return [
    [fetchEventsSubject(service), async ({ body }) => answerFetch(service, sql, checked(FetchEvents, body))],
    [
      listHeadsSubject(service),
      async ({ body }) => JSON.stringify(await listHeads(sql, checked(ListHeads, body))),
    ],
  ];
}

async function answerFetch(service: string, sql: SqlRunner, { wanted, limit }: FetchEvents): Promise<string> {
  const rows = await sql.$queryRawUnsafe<OutboxRow[]>(FETCH, JSON.stringify(wanted), limit);
  return fitting(rows.map((row) => sealedEvent(row, service)));
}

/** As many of the events, from the first on, as one message can carry. The asker comes back for the rest. */
function fitting(events: readonly SealedEvent[]): string {
  const text = JSON.stringify({ events });
  if (events.length <= 1 || packedSize(text) <= MAX_ANSWER_BYTES) return text;
  return fitting(events.slice(0, Math.ceil(events.length / 2)));
}

async function listHeads(sql: SqlRunner, { after, since, limit }: ListHeads): Promise<HeadPage> {
  const [clock] = await sql.$queryRawUnsafe<{ horizon: string; is_past: boolean }[]>(HORIZON, since ?? '0');
  // A horizon from the future belongs to another life of this database: begin at the beginning.
  const from = since === null || clock!.is_past ? null : since;
  const rows = await sql.$queryRawUnsafe<HeadRow[]>(
    from === null ? ALL_HEADS : CHANGED_HEADS,
    after ?? '',
    limit,
    from ?? '0',
  );
  const heads = rows.map((row) => ({
    aggregateId: row.aggregate_id,
    sequence: Number(row.sequence),
    eventId: row.last_event_id,
  }));
  return {
    heads,
    after: heads.length < limit ? null : heads.at(-1)!.aggregateId,
    horizon: clock!.horizon,
    isComplete: from === null,
  };
}

interface HeadRow {
  readonly aggregate_id: string;
  readonly sequence: bigint;
  readonly last_event_id: string;
}

const FETCH = `
SELECT ${OUTBOX_COLUMNS}
  FROM json_to_recordset($1::json) AS w("aggregateId" text, "fromSequence" bigint)
 CROSS JOIN LATERAL (
   SELECT * FROM bus.outbox r WHERE r.aggregate_id = w."aggregateId" AND r.sequence >= w."fromSequence"
    ORDER BY r.sequence LIMIT $2::integer
 ) o
 LIMIT $2::integer`;

/** Whatever was written by a transaction below the horizon is visible to everyone who asks from now on. */
const HORIZON = `
SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon,
       $1::text::xid8 > pg_snapshot_xmax(pg_current_snapshot()) AS is_past`;

const ALL_HEADS = `
SELECT aggregate_id, sequence, last_event_id FROM bus.outbox_head
 WHERE aggregate_id > $1::text AND $3::text IS NOT NULL ORDER BY aggregate_id LIMIT $2::integer`;

const CHANGED_HEADS = `
SELECT aggregate_id, sequence, last_event_id FROM bus.outbox_head
 WHERE aggregate_id > $1::text
   AND aggregate_id IN (SELECT aggregate_id FROM bus.outbox WHERE written_in >= $3::text::xid8)
 ORDER BY aggregate_id LIMIT $2::integer`;

function checked<T extends object>(contract: new () => T, body: unknown): T {
  const reading = readContract(contract, body, 'refuse');
  if (!reading.valid) throw new InvalidRequest(reading.violations);
  return reading.value;
}
