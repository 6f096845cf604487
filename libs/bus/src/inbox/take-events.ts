import { randomUUID } from 'node:crypto';
import { readContract } from '../contracts/read-contract.js';
import { Delivery } from '../handlers/delivery.js';
import { Announcements } from '../outbox/announcements.js';
import type { ServiceDatabase, SqlRunner } from '../outbox/service-database.js';
import { advance, decide, parkedAt } from '../protocol/cursor-rules.js';
import type { LaneOutcome, LaneWork, Poison } from '../protocol/inbox-protocol.js';
import { TransactionBudget } from '../protocol/transaction-budget.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { lockCursors, saveCursors } from './cursor-table.js';
import type { StoredCursor } from './cursor-table.js';
import { writeDeadLetters } from './dead-letter-table.js';
import type { NewDeadLetter, ReasonKind } from './dead-letter-table.js';
import { ReactionHung } from './failure-class.js';
import type { EventArrival } from './inbox-ports.js';
import type { Reactions } from './reactions.js';

export interface TakeOptions {
  readonly service: string;
  readonly source: string;
  readonly reactions: Reactions;
  /** A reaction that has not ended by then counts as hung. */
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

/** A reaction failed; says at which event. */
export class ReactionFailed extends Error {
  constructor(
    readonly event: SealedEvent,
    override readonly cause: unknown,
  ) {
    super(`The reaction to ${event.type} failed.`, { cause });
    this.name = 'ReactionFailed';
  }
}

/**
 * Takes events of several aggregates in one transaction: locks their cursors, judges each event, runs its reaction, moves the
 * cursors, writes announcements and dead letters. All of it happens or none.
 */
export async function takeEvents(
  database: ServiceDatabase,
  work: readonly LaneWork<EventArrival>[],
  options: TakeOptions,
): Promise<Taken> {
  const limits = { maxWait: 5_000, timeout: options.transactionBudgetMs + options.eventDeadlineMs + 2_000 };
  return database.$transaction((tx) => takeIn(tx, work, options), limits);
}

/** The same inside a transaction that is open already. */
export function takeIn(
  tx: SqlRunner,
  work: readonly LaneWork<EventArrival>[],
  options: TakeOptions,
): Promise<Taken> {
  return new Taking(tx, options).run(work);
}

class Taking {
  readonly #budget: TransactionBudget;
  readonly #moved = new Map<string, StoredCursor>();
  readonly #delivered: SealedEvent[] = [];
  readonly #parked: NewDeadLetter[] = [];
  readonly #announcements: Announcements;
  #duplicates = 0;
  #now = new Date(0);

  constructor(
    private readonly tx: SqlRunner,
    private readonly options: TakeOptions,
  ) {
    this.#announcements = new Announcements(options.service);
    this.#budget = new TransactionBudget(options.transactionBudgetMs);
  }

  async run(work: readonly LaneWork<EventArrival>[]): Promise<Taken> {
    const { source } = this.options;
    const locked = await lockCursors(
      this.tx,
      source,
      work.map(({ aggregateId }) => aggregateId),
    );
    this.#now = locked.now;
    const outcomes: LaneOutcome[] = [];
    for (const lane of work) outcomes.push(await this.#lane(lane, locked.cursors.get(lane.aggregateId)!));
    await saveCursors(this.tx, source, this.#moved);
    await writeDeadLetters(this.tx, this.#parked);
    const announced = await this.#announcements.flush(this.tx);
    return {
      outcomes,
      delivered: this.#delivered,
      duplicates: this.#duplicates,
      parked: this.#parked,
      announced,
    };
  }

  async #lane(
    { aggregateId, arrivals, poison }: LaneWork<EventArrival>,
    from: StoredCursor,
  ): Promise<LaneOutcome> {
    let cursor = from;
    let doneCount = 0;
    let missingFrom: number | null = null;
    for (const arrival of arrivals) {
      if (this.#budget.isSpent(performance.now())) break;
      const next = await this.#arrival(cursor, arrival, poison?.eventId === arrival.eventId ? poison : null);
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

  async #take(cursor: StoredCursor, { event, fault }: EventArrival): Promise<StoredCursor> {
    const reaction = this.options.reactions.get(event.type);
    if (reaction) {
      const reading = fault === null ? readBody(event, reaction.contract) : fault;
      if (typeof reading === 'string') return this.#park(cursor, event, 'invalid', reading, 1);
      await this.#react(event, () => reaction.handle(reading, this.#delivery(event)));
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

  async #react(event: SealedEvent, run: () => Promise<unknown>): Promise<void> {
    const { eventDeadlineMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const hung = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new ReactionHung(event.type, eventDeadlineMs)), eventDeadlineMs);
    });
    try {
      await Promise.race([run(), hung]);
    } catch (error) {
      throw new ReactionFailed(event, error);
    } finally {
      clearTimeout(timer);
    }
  }

  #delivery(event: SealedEvent): Delivery {
    return new Delivery({
      tx: this.tx,
      at: new Date(event.occurredAt),
      now: this.#now,
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

function readBody(event: SealedEvent, contract: new () => object): object | string {
  let plain: unknown;
  try {
    plain = JSON.parse(event.payload);
  } catch (error) {
    return `The body is not JSON: ${(error as Error).message}.`;
  }
  const reading = readContract(contract, plain, 'keep');
  if (reading.valid) return reading.value;
  return reading.violations
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    .join('; ');
}

function divergence(cursor: StoredCursor, event: SealedEvent): string {
  return (
    `${event.source} announced event ${event.sequence} (${event.eventId}) after ${event.previousId ?? 'nothing'}, but the last ` +
    `event taken here is ${cursor.sequence} (${cursor.eventId ?? 'none'}): the owner's history was replaced.`
  );
}
