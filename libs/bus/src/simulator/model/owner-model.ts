import type { HeadPage, Wanted } from '../../protocol/anti-entropy.js';
import { newEvent } from './model-event.js';
import type { ModelEvent } from './model-event.js';
import { RelayRecordsModel } from './relay-records-model.js';

/** A transaction of the owner that has its numbers and is not committed: it holds the heads of its aggregates. */
export interface OpenTransaction {
  readonly number: number;
  readonly events: readonly ModelEvent[];
}

interface Backup {
  readonly outbox: Map<string, ModelEvent[]>;
  readonly records: RelayRecordsModel;
  readonly counters: readonly [number, number, number];
}

/** The owner's database: outbox and heads; the relay's records are beside it. Each method is one statement. */
export class OwnerModel {
  outbox = new Map<string, ModelEvent[]>();
  records = new RelayRecordsModel(this);
  open: OpenTransaction[] = [];
  /** The checker's memory of what callers were told: events by aggregate that are committed for good. */
  promised = new Map<string, number>();
  restores = 0;
  incarnation = 1;
  /**
   * What is new does not show everything that changed: somebody asked since a horizon of a history that was undone, and the numbers have
   * come further since; or followed an event of such a history after looking.
   */
  needsFullLook = false;
  #incarnations = 1;
  #positions = 0;
  #transactions = 0;
  #history = 0;
  #backup: Backup | null = null;

  get hasBackup(): boolean {
    return this.#backup !== null;
  }

  /** Numbers are dense because the head of an aggregate is locked from numbering to commit. */
  isLocked(aggregateId: string): boolean {
    return this.open.some(({ events }) => events[0]!.aggregateId === aggregateId);
  }

  begin(aggregateId: string, count: number): OpenTransaction {
    this.#transactions += 1;
    const events: ModelEvent[] = [];
    let previous: ModelEvent | undefined = this.headOf(aggregateId);
    for (let index = 0; index < count; index += 1) {
      this.#positions += 1;
      const sequence = (previous?.sequence ?? 0) + 1;
      const eventId = `${aggregateId}${sequence}.${this.#history}.${this.#transactions}`;
      const link = { eventId, aggregateId, sequence, previousId: previous?.eventId ?? null };
      const { incarnation } = this;
      previous = newEvent(link, { position: this.#positions, writtenIn: this.#transactions, incarnation });
      events.push(previous);
    }
    const transaction = { number: this.#transactions, events };
    this.open.push(transaction);
    return transaction;
  }

  commit(transaction: OpenTransaction): void {
    this.rollBack(transaction);
    this.records.synced();
    for (const event of transaction.events) {
      this.write(event);
      this.promised.set(event.aggregateId, (this.promised.get(event.aggregateId) ?? 0) + 1);
    }
  }

  /** Outbox and pending list: the announcement's part of the transaction. */
  write(event: ModelEvent): void {
    const events = this.outbox.get(event.aggregateId);
    if (events) events.push(event);
    else this.outbox.set(event.aggregateId, [event]);
    this.records.pend(event);
  }

  rollBack(transaction: OpenTransaction): void {
    this.open = this.open.filter((one) => one !== transaction);
  }

  headOf(aggregateId: string): ModelEvent | undefined {
    return this.outbox.get(aggregateId)?.at(-1);
  }

  /** As `list-heads.v1` answers. */
  listHeads(after: string | null, since: string | null, limit: number): HeadPage {
    const next = this.#transactions + 1;
    const horizon = this.open.reduce((least, { number }) => Math.min(least, number), next);
    const [number = 0, history] = since?.split(' ').map(Number) ?? [];
    const from = since === null || number > next ? null : number;
    if (from !== null && history !== this.#history) this.needsFullLook = true;
    const heads = [];
    for (const aggregateId of [...this.outbox.keys()].sort()) {
      if (after !== null && aggregateId <= after) continue;
      const events = this.outbox.get(aggregateId)!;
      if (events.length === 0 || (from !== null && !events.some(({ writtenIn }) => writtenIn >= from)))
        continue;
      const { sequence, eventId } = events.at(-1)!;
      heads.push({ aggregateId, sequence, eventId });
      if (heads.length === limit) break;
    }
    return {
      heads,
      after: heads.length < limit ? null : heads.at(-1)!.aggregateId,
      // The history is there for the checker; whoever compares has only the number.
      horizon: `${horizon} ${this.#history}`,
      isComplete: from === null,
    };
  }

  /** As `fetch-events.v1` answers. */
  fetchEvents(wanted: readonly Wanted[], limit: number): ModelEvent[] {
    const found: ModelEvent[] = [];
    for (const { aggregateId, fromSequence } of wanted) {
      const events = this.outbox.get(aggregateId) ?? [];
      for (let at = fromSequence - 1; at < events.length && found.length < limit; at += 1)
        found.push(events[at]!);
    }
    return found;
  }

  /** New events carry another name from now on. */
  renameHistory(): void {
    this.#incarnations += 1;
    this.incarnation = this.#incarnations;
  }

  takeBackup(): void {
    this.#backup = {
      outbox: copied(this.outbox),
      records: this.records.copy(),
      counters: [this.#positions, this.#transactions, this.incarnation],
    };
  }

  /** Everything since the backup never happened here; what comes from now on has other ids. */
  restore(): void {
    const { outbox, records, counters } = this.#backup!;
    const fence = this.records.fence;
    for (const [aggregateId, events] of this.outbox) {
      const kept = outbox.get(aggregateId)?.length ?? 0;
      for (const lost of events.slice(kept)) lost.isLost = true;
      this.promised.set(aggregateId, kept);
    }
    this.outbox = copied(outbox);
    this.records.restore(records);
    // The number itself goes back as well; but every session ends with the server, so no old holder can speak again.
    this.records.fence = fence + 1;
    [this.#positions, this.#transactions, this.incarnation] = counters;
    this.open = [];
    this.#history += 1;
    this.restores += 1;
  }
}

function copied(outbox: ReadonlyMap<string, readonly ModelEvent[]>): Map<string, ModelEvent[]> {
  return new Map([...outbox].map(([aggregateId, events]) => [aggregateId, [...events]]));
}
