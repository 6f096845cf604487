import type { Announcement } from './announcements.js';
import type { SqlRunner } from './service-database.js';

/**
 * Numbers and writes all events of a transaction in one statement.
 *
 * The upsert of the heads locks each aggregate (in order of id, so that two transactions never wait for each other in a circle)
 * and reserves as many numbers as it has events; the events then take consecutive numbers in the order of announcement.
 */
export async function writeAnnouncements(tx: SqlRunner, events: readonly Announcement[]): Promise<void> {
  if (events.length > 0) await tx.$executeRawUnsafe(`${NUMBERED} ${PENDING}`, rows(events));
}

/** What a command leaves behind for whoever sends it again. */
export interface StoredAnswer {
  readonly key: string;
  readonly subject: string;
  readonly fingerprint: string;
  readonly answer: string;
}

/** The same together with a command's answer: one statement less on the way of every command. */
export async function writeCommandResult(
  tx: SqlRunner,
  events: readonly Announcement[],
  { key, subject, fingerprint, answer }: StoredAnswer,
): Promise<void> {
  await writeAnnouncementsWith(tx, events, ANSWERED, [key, subject, fingerprint, answer]);
}

/** The same together with another change, as `name AS (...)`; `values` are its parameters, from $2 on. */
export async function writeAnnouncementsWith(
  tx: SqlRunner,
  events: readonly Announcement[],
  change: string,
  values: readonly unknown[],
): Promise<void> {
  await tx.$executeRawUnsafe(`${NUMBERED}, ${change} ${PENDING}`, rows(events), ...values);
}

function rows(events: readonly Announcement[]): string {
  return JSON.stringify(events.map((event, ord) => ({ ...event, ord })));
}

const NUMBERED = `
WITH given AS (
  SELECT * FROM json_to_recordset($1::json)
    AS g(ord integer, "eventId" uuid, "aggregateId" text, type text, partition smallint, payload text,
         "correlationId" text, "causationId" text, traceparent text)
), counted AS (
  SELECT "aggregateId", count(*) AS events, (array_agg("eventId" ORDER BY ord DESC))[1] AS last_id
    FROM given GROUP BY "aggregateId"
), heads AS (
  INSERT INTO bus.outbox_head AS h (aggregate_id, sequence, last_event_id)
  SELECT "aggregateId", events, last_id FROM counted ORDER BY "aggregateId"
  ON CONFLICT (aggregate_id) DO UPDATE
    SET sequence = h.sequence + excluded.sequence, previous_event_id = h.last_event_id,
        last_event_id = excluded.last_event_id, changed_at = clock_timestamp()
  RETURNING aggregate_id, sequence, previous_event_id
), numbered AS (
  SELECT g.*, h.sequence - c.events + row_number() OVER one AS sequence,
         coalesce(lag(g."eventId") OVER one, h.previous_event_id) AS previous_id
    FROM given g JOIN counted c USING ("aggregateId") JOIN heads h ON h.aggregate_id = g."aggregateId"
  WINDOW one AS (PARTITION BY g."aggregateId" ORDER BY g.ord)
), written AS (
  INSERT INTO bus.outbox (event_id, aggregate_id, sequence, previous_event_id, type, partition, payload,
                          correlation_id, causation_id, traceparent, incarnation)
  SELECT "eventId", "aggregateId", sequence, previous_id, type, partition, payload::json,
         "correlationId", "causationId", traceparent, (SELECT id FROM bus.incarnation)
    FROM numbered ORDER BY ord
  RETURNING position, aggregate_id, sequence
)`;

const ANSWERED = `answered AS (
  INSERT INTO bus.command_answer (key, subject, fingerprint, answer) VALUES ($2, $3, $4, $5)
)`;

const PENDING =
  'INSERT INTO bus.outbox_pending (position, aggregate_id, sequence) SELECT position, aggregate_id, sequence FROM written';
