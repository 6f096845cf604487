import { OUTBOX_COLUMNS } from '../outbox/outbox-row.js';

// What a relay asks of the owner's database: $1 is its stream, $2 its fence, and every change checks the fence first.

/** Checks the fence, holds it against a take-over until the statement commits, and says that this relay is alive. */
const HELD = `held AS (
  UPDATE bus.relay SET beat_at = clock_timestamp() WHERE stream = $1 AND fence = $2::bigint RETURNING epoch
)`;

/**
 * The same for what the stream itself can tell again: the commit does not wait for the disk. When PostgreSQL falls and forgets it,
 * the records are behind the stream and the next look finds there what is missing here.
 */
const HELD_LIGHTLY = `held AS (
  UPDATE bus.relay SET beat_at = clock_timestamp() WHERE stream = $1 AND fence = $2::bigint
  RETURNING epoch, set_config('synchronous_commit', 'off', true)
)`;

const MESSAGES = `given AS (
  SELECT * FROM json_to_recordset($3::json)
    AS g("streamSequence" bigint, "eventId" uuid, "aggregateId" text, sequence bigint)
)`;

export const READ = `
WITH ${HELD}
SELECT r.epoch, r.confirmed_sequence AS confirmed, s.stream_sequence AS at, s.event_id
  FROM held, bus.relay r
  LEFT JOIN LATERAL (SELECT stream_sequence, event_id FROM bus.relay_sent ORDER BY stream_sequence DESC LIMIT 1) s ON true
 WHERE r.stream = $1`;

/**
 * Everything sent above $4 becomes pending again, and the records start anew under the epoch $3. The place of an event is that in the
 * outbox: a record may lack it, of a message that was not known as ours when it was noted.
 */
export const ADOPT = `
WITH held AS (
  UPDATE bus.relay SET beat_at = clock_timestamp(), epoch = $3, confirmed_sequence = $5
   WHERE stream = $1 AND fence = $2::bigint RETURNING (SELECT epoch FROM bus.relay WHERE stream = $1) AS before
), dropped AS (
  DELETE FROM bus.relay_sent USING held WHERE held.before IS DISTINCT FROM $3 OR stream_sequence > $4::bigint
  RETURNING stream_sequence, aggregate_id, sequence, event_id
), again AS (
  INSERT INTO bus.outbox_pending (position, aggregate_id, sequence)
  SELECT DISTINCT o.position, o.aggregate_id, o.sequence FROM dropped d
    JOIN bus.outbox o USING (aggregate_id, sequence, event_id)
   WHERE d.stream_sequence > $4::bigint
  ON CONFLICT (position) DO NOTHING
)
SELECT 1 FROM held`;

export const RENAME_HISTORY = `
WITH ${HELD}, ${MESSAGES}, renamed AS (
  UPDATE bus.incarnation SET id = gen_random_uuid(), since = clock_timestamp() FROM held
), seen AS (
  INSERT INTO bus.relay_sent (stream_sequence, position, aggregate_id, sequence, event_id)
  SELECT "streamSequence", 0, "aggregateId", sequence, "eventId" FROM given, held
  ON CONFLICT (stream_sequence) DO UPDATE SET event_id = excluded.event_id
)
SELECT 1 FROM held`;

/** Up to $1 pending events. It changes nothing and asks for no fence. */
export const LOAD = `
SELECT p.position, ${OUTBOX_COLUMNS} FROM bus.outbox_pending p JOIN bus.outbox o USING (aggregate_id, sequence)
 ORDER BY p.position LIMIT $1`;

/** Forgets what every consumer has, up to $3, in the epoch $4. */
export const CONFIRM = `
WITH held AS (
  UPDATE bus.relay
     SET beat_at = clock_timestamp(),
         confirmed_sequence = CASE WHEN epoch = $4 THEN greatest(confirmed_sequence, $3::bigint) ELSE confirmed_sequence END
   WHERE stream = $1 AND fence = $2::bigint RETURNING epoch
), forgotten AS (
  DELETE FROM bus.relay_sent USING held WHERE held.epoch = $4 AND stream_sequence <= $3::bigint
)
SELECT 1 FROM held`;

/** Notes what stands in the stream and strikes it off the pending list. */
const RECORD = `
WITH ${HELD_LIGHTLY}, ${MESSAGES}, known AS (
  SELECT g.*, o.position FROM given g CROSS JOIN held
    LEFT JOIN bus.outbox o ON o.aggregate_id = g."aggregateId" AND o.sequence = g.sequence AND o.event_id = g."eventId"
), struck AS (
  DELETE FROM bus.outbox_pending p USING known k WHERE p.position = k.position
), noted AS (
  INSERT INTO bus.relay_sent (stream_sequence, position, aggregate_id, sequence, event_id)
  SELECT "streamSequence", coalesce(position, 0), "aggregateId", sequence, "eventId" FROM known
  ON CONFLICT (stream_sequence) DO UPDATE
    SET position = excluded.position, aggregate_id = excluded.aggregate_id,
        sequence = excluded.sequence, event_id = excluded.event_id
)`;

/** Records the messages $3, and answers how many of them are not ours. */
export const RECOGNISE = `${RECORD}
SELECT (SELECT count(*) FROM known WHERE position IS NULL AND sequence > 0) AS foreign_events FROM held`;

/**
 * Records the messages $3, and reads up to $4 events that are pending behind them and behind the positions $5. The statement still
 * sees as pending what it strikes off.
 */
export const STRIKE = `${RECORD}
SELECT next.* FROM held LEFT JOIN LATERAL (
  SELECT p.position, ${OUTBOX_COLUMNS} FROM bus.outbox_pending p JOIN bus.outbox o USING (aggregate_id, sequence)
   WHERE p.position NOT IN (SELECT position FROM known WHERE position IS NOT NULL)
     AND p.position NOT IN (SELECT json_array_elements_text($5::json)::bigint)
   ORDER BY p.position LIMIT $4::integer
) next ON true ORDER BY next.position`;
