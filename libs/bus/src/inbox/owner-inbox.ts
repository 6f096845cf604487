import type { JsMsg } from '@nats-io/jetstream';
import type { BusFigures } from '../module/bus-figures.js';
import type { BusLog } from '../module/bus-log.js';
import type { Broker } from '../nats/broker.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import { InboxMachine } from '../protocol/inbox-machine.js';
import { INBOX_LIMITS } from '../protocol/inbox-protocol.js';
import type { InboxEffect, InboxInput, LaneWork } from '../protocol/inbox-protocol.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import { ConsumerFeed } from './consumer-feed.js';
import { failureClass, messageOf } from './failure-class.js';
import { fetchedArrival } from './inbox-ports.js';
import type { EventArrival, OwnerRecord } from './inbox-ports.js';
import { Litter } from './litter.js';
import { ReactionFailed } from './react.js';
import type { Reactions } from './reactions.js';
import { readMessage } from './read-message.js';
import { Sweeper } from './sweeper.js';
import { takeEvents } from './take-events.js';
import { FIRST_SHARE } from './taking.js';
import type { TakeOptions, Taken } from './taking.js';
import { Unsettled } from './unsettled.js';
import { UsualTimes } from './usual-time.js';

export interface InboxOptions {
  readonly service: string;
  /** Transactions side by side, per owner. */
  readonly transactions: number;
  /** Events on hand, per owner and process. */
  readonly capacity: number;
  readonly eventDeadlineMs: number;
  readonly sweepEveryMs: number;
}

export interface InboxParts {
  readonly broker: Broker;
  readonly database: ServiceDatabase;
  readonly owner: OwnerRecord;
  readonly reactions: Reactions;
  readonly figures: BusFigures;
  readonly log: BusLog;
  /** Reactions announced something that is committed now. */
  readonly announced: () => void;
  /** The body of an event that was parked cannot be taken as it came; perhaps its owner has it whole. */
  readonly damaged: (event: SealedEvent) => void;
}

type Fetch = InboxEffect<EventArrival> & { readonly kind: 'fetch' };

const FETCH_LIMIT = 500;
/** How long a transaction takes on further events: rows it holds meanwhile make commands wait. */
const TRANSACTION_BUDGET_MS = 200;
const SUPERVISE_EVERY_MS = 1_000;
/** Reading it or writing its letter takes several times as long as a usual event does. */
const LONG_CHARACTERS = 64 * 1024;

/** Takes the events of one owner: joins the inbox machine to the broker, the database and the owner's record. */
export class OwnerInbox {
  readonly #machine: InboxMachine<EventArrival>;
  readonly #feed: ConsumerFeed;
  readonly #sweeper: Sweeper;
  readonly #unsettled = new Unsettled();
  readonly #usualTimes: UsualTimes;
  readonly #litter: Litter;
  #timer: NodeJS.Timeout | undefined;
  #supervisor: NodeJS.Timeout | undefined;
  #changed: (() => void)[] = [];
  #incarnation: string | undefined;
  #trouble: string | undefined;

  constructor(
    readonly source: string,
    private readonly parts: InboxParts,
    private readonly options: InboxOptions,
  ) {
    this.#usualTimes = new UsualTimes(options.eventDeadlineMs * FIRST_SHARE);
    this.#machine = new InboxMachine({ ...INBOX_LIMITS, transactions: options.transactions });
    this.#litter = new Litter(source, parts, () => this.#feed.resume());
    this.#feed = new ConsumerFeed(
      parts.broker,
      { service: options.service, source, maxAckPending: Math.max(1_000, options.capacity * 4) },
      {
        room: () => options.capacity - this.#machine.held - this.#litter.waiting,
        received: (messages) => {
          this.#trouble = undefined;
          void this.#receive(messages);
        },
        troubled: (error) => this.#troubled(messageOf(error)),
        streamReplaced: () => this.#sweeper.sweepSoon('full'),
      },
    );
    this.#sweeper = new Sweeper(source, parts, {
      everyMs: options.sweepEveryMs,
      isDelivering: () => this.#feed.pending > 0 && this.#machine.held > 0,
      offer: (events) => this.offer(events),
    });
  }

  get owner(): OwnerRecord {
    return this.parts.owner;
  }

  get takeOptions(): TakeOptions {
    const { service, eventDeadlineMs } = this.options;
    const { reactions } = this.parts;
    return {
      service,
      source: this.source,
      reactions,
      usualTimes: this.#usualTimes,
      eventDeadlineMs,
      transactionBudgetMs: TRANSACTION_BUDGET_MS,
    };
  }

  /** Events on hand. */
  get held(): number {
    return this.#machine.held;
  }

  start(): void {
    this.#feed.start();
    this.#sweeper.start();
    this.#supervisor = setInterval(() => {
      void this.#feed.supervise().catch(() => undefined); // the broker is away; the feed itself reports that
    }, SUPERVISE_EVERY_MS);
  }

  /** Looks now for events that the broker did not bring. */
  sweepNow(): void {
    this.#sweeper.sweepSoon('full');
  }

  /** Receives no more, finishes what runs, settles it, and gives the rest back. */
  async drain(): Promise<void> {
    clearInterval(this.#supervisor);
    await Promise.all([this.#feed.stop(), this.#sweeper.stop()]);
    this.#step({ kind: 'drain' });
    while (!this.#machine.isQuiet) await this.#nextChange();
    await this.#litter.empty();
    clearTimeout(this.#timer);
  }

  /** Says once what keeps events away; the feed tries again and again. */
  #troubled(error: string): void {
    if (error !== this.#trouble)
      this.parts.log.warn(`events of ${this.source} cannot be received`, { error });
    this.#trouble = error;
  }

  async #receive(messages: readonly JsMsg[]): Promise<void> {
    const arrivals = await Promise.all(messages.map((message) => this.#read(message)));
    const readable = arrivals.filter((arrival) => arrival !== null);
    if (readable.length > 0) this.#step({ kind: 'arrived', arrivals: readable });
  }

  async #read(message: JsMsg): Promise<EventArrival | null> {
    const token = this.#unsettled.keep(message);
    try {
      const arrival = await readMessage(message, this.source, token);
      this.#notice(arrival.event.incarnation);
      return this.#judged(arrival);
    } catch (error) {
      this.#unsettled.settle([token], () => undefined);
      this.#litter.add(message, error as Error);
      return null;
    }
  }

  /** An owner with a new history: compare at once instead of waiting for the next round. */
  #notice(incarnation: string): void {
    if (this.#incarnation !== undefined && this.#incarnation !== incarnation) this.#sweeper.sweepSoon('full');
    this.#incarnation = incarnation;
  }

  /** Compares these aggregates with their owner until nothing of them is missing. */
  watch(aggregateIds: readonly string[]): void {
    this.#sweeper.watch(aggregateIds);
  }

  /** Takes events that came from the owner's record; resolves when there is room for more. */
  async offer(events: readonly SealedEvent[]): Promise<void> {
    this.parts.figures.fetched += events.length;
    for (const [aggregateId, arrivals] of byAggregate(events))
      this.#step({ kind: 'fetched', aggregateId, question: null, arrivals: this.#fetched(arrivals) });
    while (this.#machine.held > this.options.capacity) await this.#nextChange();
  }

  #fetched(events: readonly SealedEvent[]): EventArrival[] {
    return events.map((event) => this.#judged(fetchedArrival(event)));
  }

  #judged(arrival: EventArrival): EventArrival {
    const { type, payload } = arrival.event;
    return {
      ...arrival,
      isPassedOver: !this.parts.reactions.has(type),
      isLong: payload.length > LONG_CHARACTERS,
    };
  }

  #step(input: InboxInput<EventArrival>): void {
    const effects = this.#machine.step(input, { now: performance.now(), random: Math.random() });
    for (const effect of effects) this.#perform(effect);
    this.parts.figures.inFlight = this.#machine.held;
    if (this.#machine.held < this.options.capacity / 2) this.#feed.resume();
    for (const resolve of this.#changed.splice(0)) resolve();
    this.#setTimer();
  }

  #perform(effect: InboxEffect<EventArrival>): void {
    switch (effect.kind) {
      case 'run':
        return void this.#run(effect.work);
      case 'fetch':
        return void this.#fetch(effect);
      case 'ack':
        return this.#unsettled.settle(effect.tokens, (message) => message.ack());
      case 'nak':
        return this.#unsettled.settle(effect.tokens, (message) => message.nak(Math.round(effect.delayMs)));
      case 'dropped':
        return this.#sweeper.watch([effect.aggregateId]);
      case 'extend':
        return this.#unsettled.extend(effect.tokens);
    }
  }

  async #run(work: readonly LaneWork<EventArrival>[]): Promise<void> {
    try {
      const taken = await takeEvents(this.parts.database, work, this.takeOptions);
      this.#count(taken);
      this.#step({ kind: 'committed', outcomes: taken.outcomes });
    } catch (error) {
      this.#failed(work, error);
    }
  }

  #failed(work: readonly LaneWork<EventArrival>[], error: unknown): void {
    const culprit = error instanceof ReactionFailed ? error.event : null;
    const cause = error instanceof ReactionFailed ? error.cause : error;
    const failure = failureClass(cause);
    this.parts.figures.retries += 1;
    if (failure === 'defect' || failure === 'hang') {
      this.parts.log.warn(`a reaction to ${culprit?.type ?? this.source} failed`, {
        correlationId: culprit?.correlationId,
        error: cause,
      });
    }
    this.#step({
      kind: 'failed',
      aggregateIds: work.map(({ aggregateId }) => aggregateId),
      culprit: culprit && { aggregateId: culprit.aggregateId, eventId: culprit.eventId },
      failure,
      reason: messageOf(cause),
    });
  }

  async #fetch({ aggregateId, fromSequence, question }: Fetch): Promise<void> {
    this.parts.figures.gaps += 1;
    try {
      const events = await this.parts.owner.fetchEvents([{ aggregateId, fromSequence }], FETCH_LIMIT);
      this.parts.figures.fetched += events.length;
      this.#step({ kind: 'fetched', aggregateId, question, arrivals: this.#fetched(events) });
    } catch (error) {
      this.parts.log.warn(`${this.source} could not be asked for missing events`, {
        aggregateId,
        fromSequence,
        error: messageOf(error),
      });
      this.#step({ kind: 'fetch-failed', aggregateId, question });
    }
  }

  #count({ delivered, duplicates, parked, announced }: Taken): void {
    const { figures, log } = this.parts;
    figures.delivered += delivered.length;
    figures.duplicates += duplicates;
    figures.parked += parked.length;
    const last = delivered.at(-1);
    if (last) figures.lastDelayMs = Math.max(0, Date.now() - Date.parse(last.occurredAt));
    for (const { event, kind, reason } of parked) {
      const { aggregateId, sequence, correlationId } = event;
      log.error(`${event.type} is parked as ${kind}`, { aggregateId, sequence, correlationId, reason });
      if (kind === 'invalid') this.parts.damaged(event);
    }
    if (announced > 0) this.parts.announced();
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const due = this.#machine.nextDue;
    if (due === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.#step({ kind: 'tick' }), Math.max(1, due - performance.now()));
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => this.#changed.push(resolve));
  }
}

function byAggregate(events: readonly SealedEvent[]): Map<string, SealedEvent[]> {
  const lanes = new Map<string, SealedEvent[]>();
  for (const event of events) {
    const lane = lanes.get(event.aggregateId) ?? [];
    if (lane.length === 0) lanes.set(event.aggregateId, lane);
    lane.push(event);
  }
  return lanes;
}
