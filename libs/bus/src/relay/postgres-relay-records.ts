import type { Inspection, StreamMessage } from '../protocol/relay-protocol.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { OutboxRow } from '../outbox/outbox-row.js';
import { OUTBOX_COLUMNS, sealedEvent } from '../outbox/outbox-row.js';
import type { LeaderSession } from './leader-session.js';
import type { RelayRecords } from './relay-ports.js';

/** Everything that was published may have to be pending again: a million rows. */
const TAKE_OVER_MS = 60_000;

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

/**
 * The relay's records in the owner's database. Every change is one statement that first checks the fence.
 *
 * While there is more to publish, a batch is struck off beside the publishing of the next one, and what comes behind that one is
 * read with it. A relay that ends in between leaves messages in the stream that its records lack, as one does that ends between
 * publishing and striking off.
 */
export class PostgresRelayRecords implements RelayRecords {
  /** What the next `load` answers; undefined when it has to look itself. */
  #next: Pending | undefined;
  /** Pending behind what is being published. */
  #ahead: Pending | undefined;
  /** Strikes off the batch before and reads what is pending behind `#next`. */
  #striking: Promise<Pending> | undefined;
  #limit = 0;

  constructor(
    private readonly session: LeaderSession,
    private readonly stream: string,
    private readonly owner: string,
  ) {}

  async campaign(): Promise<boolean> {
    await this.#forget();
    return this.session.campaign();
  }

  async read(): Promise<Inspection['record']> {
    await this.#forget(); // whoever looks at the stream does not trust what was found before
    const row = await this.session.fenced<{
      epoch: string | null;
      confirmed: string;
      at: string | null;
      event_id: string | null;
    }>(
      `WITH ${HELD}
       SELECT r.epoch, r.confirmed_sequence AS confirmed, s.stream_sequence AS at, s.event_id
         FROM held, bus.relay r
         LEFT JOIN LATERAL (SELECT stream_sequence, event_id FROM bus.relay_sent ORDER BY stream_sequence DESC LIMIT 1) s ON true
        WHERE r.stream = $1`,
      [this.stream, this.session.fence],
    );
    return {
      epoch: row.epoch,
      confirmed: Number(row.confirmed),
      sent: row.at === null ? null : { streamSequence: Number(row.at), eventId: row.event_id! },
    };
  }

  async adopt(epoch: string, keepUpTo: number, confirmed: number): Promise<void> {
    await this.session.fenced(
      `WITH held AS (
         UPDATE bus.relay SET beat_at = clock_timestamp(), epoch = $3, confirmed_sequence = $5
          WHERE stream = $1 AND fence = $2::bigint RETURNING (SELECT epoch FROM bus.relay WHERE stream = $1) AS before
       ), dropped AS (
         DELETE FROM bus.relay_sent USING held WHERE held.before IS DISTINCT FROM $3 OR stream_sequence > $4::bigint
         RETURNING stream_sequence, position, aggregate_id, sequence, event_id
       ), again AS (
         INSERT INTO bus.outbox_pending (position, aggregate_id, sequence)
         SELECT DISTINCT d.position, d.aggregate_id, d.sequence FROM dropped d
           JOIN bus.outbox o USING (aggregate_id, sequence, event_id)
          WHERE d.stream_sequence > $4::bigint
         ON CONFLICT (position) DO NOTHING
       )
       SELECT 1 FROM held`,
      [this.stream, this.session.fence, epoch, keepUpTo, confirmed],
      TAKE_OVER_MS,
    );
  }

  async renameHistory(end: StreamMessage): Promise<void> {
    await this.session.fenced(
      `WITH ${HELD}, ${MESSAGES}, renamed AS (
         UPDATE bus.incarnation SET id = gen_random_uuid(), since = clock_timestamp() FROM held
       ), seen AS (
         INSERT INTO bus.relay_sent (stream_sequence, position, aggregate_id, sequence, event_id)
         SELECT "streamSequence", 0, "aggregateId", sequence, "eventId" FROM given, held
         ON CONFLICT (stream_sequence) DO UPDATE SET event_id = excluded.event_id
       )
       SELECT 1 FROM held`,
      [this.stream, this.session.fence, JSON.stringify([end])],
    );
  }

  async load(limit: number): Promise<readonly SealedEvent[]> {
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined && limit === this.#limit) return this.#sealed(next);
    this.#limit = limit;
    await this.#struck();
    const rows = await this.session.query<PendingRow>(
      `SELECT p.position, ${OUTBOX_COLUMNS} FROM bus.outbox_pending p JOIN bus.outbox o USING (aggregate_id, sequence)
        ORDER BY p.position LIMIT $1`,
      [2 * limit],
    );
    this.#share(rows);
    return this.load(limit);
  }

  /**
   * Also reads what is to be published next: one statement less for each batch. Nobody strikes events off but this relay, so
   * until the `load` that follows they stay pending; what is committed in between wakes the relay once more.
   */
  async mark(messages: readonly StreamMessage[]): Promise<void> {
    const ahead = (await this.#struck()) ?? this.#ahead ?? [];
    this.#ahead = undefined;
    const striking = this.#strike(messages, ahead);
    if (ahead.length === 0) {
      this.#share(await striking);
      return;
    }
    this.#next = ahead;
    this.#striking = striking;
    striking.catch(() => undefined); // told to whoever asks for it
  }

  async recognise(messages: readonly StreamMessage[]): Promise<boolean> {
    const row = await this.session.fenced<{ foreign_events: string }>(
      RECORD + FOREIGN,
      this.#given(messages),
    );
    return Number(row.foreign_events) === 0;
  }

  async confirm(epoch: string, floor: number): Promise<void> {
    await this.session.fenced(
      `WITH held AS (
         UPDATE bus.relay
            SET beat_at = clock_timestamp(),
                confirmed_sequence = CASE WHEN epoch = $4 THEN greatest(confirmed_sequence, $3::bigint) ELSE confirmed_sequence END
          WHERE stream = $1 AND fence = $2::bigint RETURNING epoch
       ), forgotten AS (
         DELETE FROM bus.relay_sent USING held WHERE held.epoch = $4 AND stream_sequence <= $3::bigint
       )
       SELECT 1 FROM held`,
      [this.stream, this.session.fence, floor, epoch],
    );
  }

  async resign(): Promise<void> {
    await this.session.close();
  }

  /** Answers what is pending behind these messages and behind those that are to be published next. */
  async #strike(messages: readonly StreamMessage[], next: Pending): Promise<Pending> {
    const positions = JSON.stringify(next.map(({ position }) => position));
    const values = [...this.#given(messages), 2 * this.#limit - next.length, positions];
    const rows = await this.session.fencedRows<PendingRow | NoRow>(RECORD + NEXT, values);
    return rows.filter((row) => row.event_id !== null);
  }

  #share(found: Pending): void {
    this.#next = found.slice(0, this.#limit);
    this.#ahead = found.slice(this.#limit);
  }

  /** What the statement under way has found, once it is over; undefined when there is none. Throws what it failed with. */
  async #struck(): Promise<Pending | undefined> {
    const striking = this.#striking;
    this.#striking = undefined;
    return striking;
  }

  async #forget(): Promise<void> {
    await this.#struck().catch(() => undefined);
    this.#next = undefined;
    this.#ahead = undefined;
  }

  #sealed(rows: Pending): SealedEvent[] {
    return rows.map((row) => sealedEvent(row, this.owner));
  }

  #given(messages: readonly StreamMessage[]): unknown[] {
    return [this.stream, this.session.fence, JSON.stringify(messages)];
  }
}

type PendingRow = OutboxRow & { readonly position: string };
type Pending = readonly PendingRow[];

/** Where no event is pending. */
interface NoRow {
  readonly event_id: null;
}

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

/** How many of the messages are not ours. */
const FOREIGN = `
SELECT (SELECT count(*) FROM known WHERE position IS NULL AND sequence > 0) AS foreign_events FROM held`;

/** The statement still sees as pending what it strikes off. */
const NEXT = `
SELECT next.* FROM held LEFT JOIN LATERAL (
  SELECT p.position, ${OUTBOX_COLUMNS} FROM bus.outbox_pending p JOIN bus.outbox o USING (aggregate_id, sequence)
   WHERE p.position NOT IN (SELECT position FROM known WHERE position IS NOT NULL)
     AND p.position NOT IN (SELECT json_array_elements_text($5::json)::bigint)
   ORDER BY p.position LIMIT $4::integer
) next ON true ORDER BY next.position`;
