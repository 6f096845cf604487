import { randomUUID } from 'node:crypto';
import { Delivery } from '../handlers/delivery.js';
import { SharedWorkOfTransaction } from '../handlers/shared-work.js';
import { Announcements } from '../outbox/announcements.js';
import type { SqlRunner } from '../outbox/service-database.js';
import { advance, decide, parkedAt } from '../protocol/cursor-rules.js';
import { poisonOf } from '../protocol/inbox-protocol.js';
import type { LaneOutcome, LaneWork, Poison } from '../protocol/inbox-protocol.js';
import { TransactionBudget } from '../protocol/transaction-budget.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { comingBodies } from './coming-bodies.js';
import { lockCursors } from './cursor-table.js';
import type { LockedCursors, StoredCursor } from './cursor-table.js';
import { writeDeadLetters } from './dead-letter-table.js';
import type { NewDeadLetter, ReasonKind } from './dead-letter-table.js';
import type { EventArrival } from './inbox-ports.js';
import { inTime, isHung, react } from './react.js';
import type { UsualTimes } from './usual-time.js';
import type { Reaction, Reactions } from './reactions.js';
import { readBody } from './read-body.js';
import { writeTaken } from './write-taken.js';

export interface TakeOptions {
  readonly service: string;
  readonly source: string;
  readonly reactions: Reactions;
  /** How long reactions took so far. */
  readonly usualTimes: UsualTimes;
  /** An event that failed before and runs by itself: a reaction that has not ended by then counts as hung. */
  readonly eventDeadlineMs: number;
  /** This long after its first event a transaction takes no further ones and commits what it has. */
  readonly transactionBudgetMs: number;
}

export interface Taken {
  readonly outcomes: readonly LaneOutcome[];
  readonly delivered: readonly SealedEvent[];
  readonly duplicates: number;
  readonly parked: readonly NewDeadLetter[];
  readonly announced: number;
}

type Lane = LaneWork<EventArrival>;

/**
 * Events that have not failed yet get this share of the deadline at most, and a reaction no more than a few times what such reactions
 * usually take: when one hangs, those that share its transaction or wait for its place do not wait for long. What takes longer is
 * tried again by itself, in a place of its own.
 */
export const FIRST_SHARE = 0.05;

/** One transaction of the inbox at work. `sql` and `tx` are the same transaction: the bus's way to it and the handlers'. */
export class Taking {
  readonly #budget: TransactionBudget;
  readonly #moved = new Map<string, StoredCursor>();
  readonly #delivered: SealedEvent[] = [];
  readonly #parked: NewDeadLetter[] = [];
  readonly #announcements: Announcements;
  readonly #shared: SharedWorkOfTransaction;
  #locked: LockedCursors | undefined;
  #duplicates = 0;

  constructor(
    private readonly tx: SqlRunner,
    private readonly sql: SqlRunner,
    private readonly work: readonly Lane[],
    private readonly options: TakeOptions,
    /** What events share is written after each of them: slow, but it shows which one it fails with. */
    private readonly isOneByOne = false,
  ) {
    this.#announcements = new Announcements(options.service);
    this.#budget = new TransactionBudget(options.transactionBudgetMs);
    this.#shared = new SharedWorkOfTransaction(tx, (sharing) =>
      comingBodies(work, this.#locked!.cursors, options.reactions, sharing),
    );
  }

  async run(): Promise<Taken> {
    const { source } = this.options;
    const aggregateIds = this.work.map(({ aggregateId }) => aggregateId);
    const { cursors } = (this.#locked = await lockCursors(this.sql, source, aggregateIds, this.#deadlineMs));
    const outcomes: LaneOutcome[] = [];
    for (const lane of this.work) outcomes.push(await this.#lane(lane, cursors.get(lane.aggregateId)!));
    await inTime(`events of ${source}`, this.#deadlineMs, () => this.#shared.flush());
    await writeDeadLetters(this.sql, this.#parked);
    const announced = await writeTaken(this.sql, source, this.#moved, this.#announcements.taken());
    return {
      outcomes,
      delivered: this.#delivered,
      duplicates: this.#duplicates,
      parked: this.#parked,
      announced,
    };
  }

  /** By which another session finds this transaction; undefined before it has locked anything. */
  get transactionId(): string | undefined {
    return this.#locked?.transactionId;
  }

  get #deadlineMs(): number {
    return this.options.eventDeadlineMs * (this.#isAlone ? 1 : FIRST_SHARE);
  }

  get #isAlone(): boolean {
    return this.work.every(({ isAlone }) => isAlone);
  }

  async #lane(lane: Lane, from: StoredCursor): Promise<LaneOutcome> {
    const { aggregateId, arrivals } = lane;
    let cursor = from;
    let doneCount = 0;
    let missingFrom: number | null = null;
    for (const arrival of arrivals) {
      if (this.#budget.isSpent(performance.now())) break;
      const next = await this.#arrival(cursor, arrival, poisonOf(lane, arrival.eventId));
      if (next === 'missing') {
        missingFrom = cursor.sequence + 1;
        break;
      }
      cursor = next;
      doneCount += 1;
    }
    if (cursor !== from) this.#moved.set(aggregateId, cursor);
    return { aggregateId, doneCount, missingFrom };
  }

  async #arrival(
    cursor: StoredCursor,
    arrival: EventArrival,
    poison: Poison | null,
  ): Promise<StoredCursor | 'missing'> {
    const { event } = arrival;
    switch (decide(cursor, event, poison)) {
      case 'wait':
        return 'missing';
      case 'skip':
        this.#duplicates += 1;
        return cursor;
      case 'hold':
        return { ...cursor, heldSequence: Math.max(cursor.heldSequence ?? 0, event.sequence) };
      case 'set-aside':
        this.#parked.push({ event, kind: 'alien', reason: poison!.reason, attempts: poison!.attempts });
        return cursor;
      case 'park-diverged':
        return this.#park(cursor, event, 'diverged', divergence(cursor, event), 1);
      case 'park-poison':
        return this.#park(cursor, event, poison!.kind, poison!.reason, poison!.attempts);
      case 'take':
        return this.#take(cursor, arrival);
    }
  }

  async #take(cursor: StoredCursor, arrival: EventArrival): Promise<StoredCursor> {
    const { event } = arrival;
    const reaction = this.options.reactions.get(event.type);
    if (reaction) {
      const body = readBody(arrival, reaction.contract);
      if (typeof body === 'string') return this.#park(cursor, event, 'invalid', body, 1);
      const shared = await this.#sharedBy(reaction, event.type);
      const delivery = this.#delivery(event, shared);
      await this.#react(event, () => reaction.handle(body, delivery));
      if (this.isOneByOne) await react(event, this.#deadlineMs, () => this.#shared.flush());
    }
    this.#delivered.push(event);
    this.#budget.taken(performance.now());
    return {
      ...advance(cursor, event),
      parkedSequence: null,
      heldSequence: null,
      incarnation: event.incarnation,
    };
  }

  async #react(event: SealedEvent, handle: () => Promise<unknown>): Promise<void> {
    const usual = this.options.usualTimes.of(event.type);
    const begunAt = performance.now();
    try {
      await react(event, this.#isAlone ? this.options.eventDeadlineMs : usual.patienceMs, handle);
    } catch (error) {
      if (isHung(error)) usual.ranOut();
      throw error;
    }
    usual.took(performance.now() - begunAt);
  }

  /** Not part of the reaction: when it fails, the event at hand is no more to blame than the others. */
  async #sharedBy({ sharing }: Reaction, type: string): Promise<unknown> {
    if (this.#shared.isOpenFor(sharing)) return this.#shared.work;
    await inTime(type, this.#deadlineMs, () => this.#shared.open(sharing));
    return this.#shared.work;
  }

  #delivery(event: SealedEvent, shared: unknown): Delivery<unknown, unknown> {
    return new Delivery<unknown, unknown>({
      tx: this.tx,
      shared,
      at: new Date(event.occurredAt),
      now: this.#locked!.now,
      eventId: event.eventId,
      sequence: event.sequence,
      aggregateId: event.aggregateId,
      source: event.source,
      correlationId: event.correlationId,
      causationId: event.causationId ?? undefined,
      announce: this.#announcements.from({
        correlationId: event.correlationId,
        causationId: event.eventId,
        traceparent: event.traceparent,
      }),
      newId: randomUUID,
    });
  }

  #park(
    cursor: StoredCursor,
    event: SealedEvent,
    kind: ReasonKind,
    reason: string,
    attempts: number,
  ): StoredCursor {
    this.#parked.push({ event, kind, reason, attempts });
    return { ...cursor, ...parkedAt(cursor, event.sequence), heldSequence: event.sequence };
  }
}

function divergence(cursor: StoredCursor, event: SealedEvent): string {
  return (
    `${event.source} announced event ${event.sequence} (${event.eventId}) after ${event.previousId ?? 'nothing'}, but the last ` +
    `event taken here is ${cursor.sequence} (${cursor.eventId ?? 'none'}): the owner's history was replaced.`
  );
}
