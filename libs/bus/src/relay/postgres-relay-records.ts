import type { Inspection, StreamMessage } from '../protocol/relay-protocol.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { OutboxRow } from '../outbox/outbox-row.js';
import { sealedEvent } from '../outbox/outbox-row.js';
import type { LeaderSession } from './leader-session.js';
import type { RelayRecords } from './relay-ports.js';
import { ADOPT, CONFIRM, LOAD, READ, RECOGNISE, RENAME_HISTORY, STRIKE } from './relay-statements.js';

/** Everything that was published may have to be pending again: a million rows. */
const TAKE_OVER_MS = 60_000;

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
    }>(READ, [this.stream, this.session.fence]);
    return {
      epoch: row.epoch,
      confirmed: Number(row.confirmed),
      sent: row.at === null ? null : { streamSequence: Number(row.at), eventId: row.event_id! },
    };
  }

  async adopt(epoch: string, keepUpTo: number, confirmed: number): Promise<void> {
    await this.session.fenced(
      ADOPT,
      [this.stream, this.session.fence, epoch, keepUpTo, confirmed],
      TAKE_OVER_MS,
    );
  }

  async renameHistory(end: StreamMessage): Promise<void> {
    await this.session.fenced(RENAME_HISTORY, [this.stream, this.session.fence, JSON.stringify([end])]);
  }

  async load(limit: number): Promise<readonly SealedEvent[]> {
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined && limit === this.#limit) return this.#sealed(next);
    this.#limit = limit;
    await this.#struck();
    const rows = await this.session.query<PendingRow>(LOAD, [2 * limit]);
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
    const row = await this.session.fenced<{ foreign_events: string }>(RECOGNISE, this.#given(messages));
    return Number(row.foreign_events) === 0;
  }

  async confirm(epoch: string, floor: number): Promise<void> {
    await this.session.fenced(CONFIRM, [this.stream, this.session.fence, floor, epoch]);
  }

  async resign(): Promise<void> {
    await this.session.close();
  }

  /** Answers what is pending behind these messages and behind those that are to be published next. */
  async #strike(messages: readonly StreamMessage[], next: Pending): Promise<Pending> {
    const positions = JSON.stringify(next.map(({ position }) => position));
    const values = [...this.#given(messages), 2 * this.#limit - next.length, positions];
    const rows = await this.session.fencedRows<PendingRow | NoRow>(STRIKE, values);
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

  /** What the statements take of these messages: some are whole events, and a body would travel to be thrown away. */
  #given(messages: readonly StreamMessage[]): unknown[] {
    const given = messages.map(({ streamSequence, eventId, aggregateId, sequence }) => ({
      streamSequence,
      eventId,
      aggregateId,
      sequence,
    }));
    return [this.stream, this.session.fence, JSON.stringify(given)];
  }
}

type PendingRow = OutboxRow & { readonly position: string };
type Pending = readonly PendingRow[];

/** Where no event is pending. */
interface NoRow {
  readonly event_id: null;
}
