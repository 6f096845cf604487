import { backoffMs, withJitter } from './backoff.js';
import type {
  Arrival,
  FailureClass,
  InboxEffect,
  InboxInput,
  InboxLimits,
  LaneOutcome,
} from './inbox-protocol.js';
import { endRun, insertInOrder, isFree, isSpent, newLane, tokensOf } from './lane.js';
import type { Lane } from './lane.js';
import { noteFailure, relax } from './lane-failure.js';
import { ReadyLanes } from './ready-lanes.js';

/** A missing event is often in the hands of another replica: this long we wait before we ask its owner. */
const GAP_PATIENCE_MS = 25;
/** A lane that waits longer than this gives its events back to the broker, so that it takes no place from others. */
const HOLD_MS = 1_000;
/** Unsettled events are extended this often; the broker gives an event to someone else after 10 s of silence. */
const EXTEND_EVERY_MS = 3_000;
/** The memory of a failing lane whose events do not come back. */
const FORGET_AFTER_MS = 600_000;

/** Time and chance of a step; given by the caller, so that a step is a pure function of its inputs. */
export interface Moment {
  /** Milliseconds of a clock that never goes back. */
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
}

/**
 * The consumer's side: lanes by aggregate, what to try next, when to ask the owner, when to give up.
 *
 * Pure in the sense that matters: no clock, no chance, no I/O; the same inputs give the same effects. Whether an event may take
 * effect is not decided here but by `judge` on the locked cursor inside the transaction, so nothing that this machine forgets
 * in a crash can lose or repeat an effect.
 */
export class InboxMachine<A extends Arrival> {
  readonly #lanes = new Map<string, Lane<A>>();
  readonly #ready: ReadyLanes<A>;
  #running = 0;
  /** Aggregates that failed before and run by themselves at this moment. */
  readonly #suspects = new Set<string>();
  /** Those among them whose reaction did not end when it ran last. */
  readonly #hung = new Set<string>();
  #held = 0;
  #draining = false;
  #extendedAt = 0;
  #questions = 0;

  constructor(private readonly limits: InboxLimits) {
    this.#ready = new ReadyLanes(limits);
  }

  /** Events on hand, running or waiting: the caller receives no more than it can bear. */
  get held(): number {
    return this.#held;
  }

  get isQuiet(): boolean {
    return this.#running === 0 && (this.#draining || this.#held === 0);
  }

  /** When the next tick is due; Infinity when nothing waits for time to pass. */
  get nextDue(): number {
    let due = this.#held > 0 ? this.#extendedAt + EXTEND_EVERY_MS : Number.POSITIVE_INFINITY;
    // Where no place is free, a transaction that ends makes the next step.
    if (!this.#draining && this.#free > 0) due = Math.min(due, this.#ready.due);
    for (const lane of this.#lanes.values()) {
      // A lane in the row waits for a place or for company.
      if (lane.waiting.length > 0 && isFree(lane) && lane.row === null) due = Math.min(due, lane.notBefore);
    }
    return due;
  }

  step(input: InboxInput<A>, moment: Moment): InboxEffect<A>[] {
    const effects = this.#take(input, moment);
    if (!this.#draining) effects.push(...this.#schedule(moment.now));
    return effects;
  }

  #take(input: InboxInput<A>, moment: Moment): InboxEffect<A>[] {
    switch (input.kind) {
      case 'arrived':
        return input.arrivals.flatMap((arrival) => this.#receive(arrival, moment));
      case 'committed':
        this.#ended(input.outcomes.map(({ aggregateId }) => aggregateId));
        return input.outcomes.flatMap((outcome) => this.#commit(outcome, moment));
      case 'failed':
        this.#ended(input.aggregateIds);
        this.#ready.hurry();
        return input.aggregateIds.flatMap((id) => this.#fail(id, input, moment));
      case 'fetched':
        return this.#merge(input, moment);
      case 'fetch-failed':
        return this.#fetchFailed(input, moment);
      case 'tick':
        return this.#tick(moment.now);
      case 'drain':
        this.#draining = true;
        return [...this.#lanes.values()].flatMap((lane) => this.#giveBack(lane, 0));
    }
  }

  #receive(arrival: A, { now }: Moment): InboxEffect<A>[] {
    const lane = this.#lane(arrival.aggregateId, now);
    const waitMs = lane.notBefore - now;
    if (this.#draining || waitMs > HOLD_MS) {
      return arrival.token === null
        ? []
        : [{ kind: 'nak', tokens: [arrival.token], delayMs: this.#draining ? 0 : waitMs }];
    }
    this.#insert(lane, arrival);
    this.#ready.add(lane, now);
    return [];
  }

  #insert(lane: Lane<A>, arrival: A): void {
    if (!insertInOrder(lane, arrival)) return;
    this.#held += 1;
    lane.isEager ||= isEager(arrival);
  }

  #commit(outcome: LaneOutcome, { now }: Moment): InboxEffect<A>[] {
    const lane = this.#lane(outcome.aggregateId, now);
    const done = lane.waiting.splice(0, outcome.doneCount);
    endRun(lane);
    lane.isEager = lane.waiting.some(isEager);
    this.#held -= done.length;
    if (done.length > 0) relax(lane);
    const tokens = tokensOf(done);
    const effects: InboxEffect<A>[] = tokens.length > 0 ? [{ kind: 'ack', tokens }] : [];
    if (this.#draining) return [...effects, ...this.#giveBack(lane, 0)];
    const [first] = lane.waiting;
    // It may have come while the transaction ran: then nobody needs to be asked, and an owner that is away keeps nothing waiting.
    if (outcome.missingFrom !== null && first !== undefined && first.sequence > outcome.missingFrom) {
      effects.push(...this.#miss(lane, outcome.missingFrom, now));
    } else {
      lane.missingFrom = null;
      this.#ready.add(lane, now);
    }
    this.#forgetIfSpent(lane);
    return effects;
  }

  #miss(lane: Lane<A>, missingFrom: number, now: number): InboxEffect<A>[] {
    if (lane.missingFrom !== missingFrom) {
      lane.missingFrom = missingFrom;
      lane.notBefore = now + GAP_PATIENCE_MS;
      return [];
    }
    this.#questions += 1;
    const question = this.#questions;
    lane.asked = { number: question, waiting: lane.waiting.map(({ eventId }) => eventId) };
    return [{ kind: 'fetch', aggregateId: lane.aggregateId, fromSequence: missingFrom, question }];
  }

  #merge(fetched: InboxInput<A> & { kind: 'fetched' }, { now }: Moment): InboxEffect<A>[] {
    const { aggregateId, question, arrivals } = fetched;
    const lane = this.#lane(aggregateId, now);
    const { asked, missingFrom } = lane;
    if (question === null || question === asked?.number)
      Object.assign(lane, { asked: null, missingFrom: null });
    if (this.#draining) return [];
    if (asked !== null && asked.number === question && arrivals.length === 0) {
      // Its owner has never heard of the event that should come before these, so they are not the owner's either.
      const reason = `Its owner had no event ${missingFrom} of this aggregate, so it cannot have announced a later one.`;
      lane.poison = { eventIds: asked.waiting, kind: 'alien', reason, attempts: 1 };
    }
    for (const arrival of arrivals) this.#insert(lane, arrival);
    this.#ready.add(lane, now);
    this.#forgetIfSpent(lane);
    return [];
  }

  #fetchFailed(failed: InboxInput<A> & { kind: 'fetch-failed' }, moment: Moment): InboxEffect<A>[] {
    const lane = this.#lane(failed.aggregateId, moment.now);
    // What was missing came another way meanwhile.
    if (lane.asked?.number !== failed.question) return [];
    lane.asked = null;
    return this.#backOff(lane, 'outage', moment);
  }

  #fail(aggregateId: string, failed: InboxInput<A> & { kind: 'failed' }, moment: Moment): InboxEffect<A>[] {
    const lane = this.#lane(aggregateId, moment.now);
    const { failure, reason, culprit, aggregateIds } = failed;
    const isCulprit = culprit?.aggregateId === aggregateId;
    const seen = {
      failure,
      reason,
      culpritId: isCulprit ? culprit.eventId : null,
      isBystander: culprit !== null && !isCulprit,
      lanesInTransaction: aggregateIds.length,
    };
    const next = noteFailure(lane, seen, this.limits);
    if (this.#draining) return this.#giveBack(lane, 0);
    if (next === 'wait') return this.#backOff(lane, failure, moment);
    this.#ready.add(lane, moment.now);
    return [];
  }

  #backOff(lane: Lane<A>, failure: FailureClass, { now, random }: Moment): InboxEffect<A>[] {
    lane.failures += 1;
    const firstMs = failure === 'conflict' ? 10 : 100;
    const delayMs = withJitter(backoffMs(lane.failures, { firstMs, capMs: 5_000 }), random);
    lane.notBefore = now + delayMs;
    return delayMs > HOLD_MS ? this.#giveBack(lane, delayMs) : [];
  }

  /** Returns what waits to the broker; what was fetched is dropped and must be fetched again. */
  #giveBack(lane: Lane<A>, delayMs: number): InboxEffect<A>[] {
    const given = lane.waiting.splice(lane.runningCount);
    this.#held -= given.length;
    const tokens = tokensOf(given);
    const effects: InboxEffect<A>[] = tokens.length > 0 ? [{ kind: 'nak', tokens, delayMs }] : [];
    if (tokens.length < given.length) effects.push({ kind: 'dropped', aggregateId: lane.aggregateId });
    return effects;
  }

  #tick(now: number): InboxEffect<A>[] {
    const tokens: number[] = [];
    const extend = now - this.#extendedAt >= EXTEND_EVERY_MS;
    if (extend) this.#extendedAt = now;
    for (const lane of this.#lanes.values()) {
      if (extend) tokens.push(...tokensOf(lane.waiting));
      this.#ready.add(lane, now);
      if (lane.waiting.length === 0 && isFree(lane) && now - lane.touchedAt > FORGET_AFTER_MS)
        this.#lanes.delete(lane.aggregateId);
    }
    return tokens.length > 0 ? [{ kind: 'extend', tokens }] : [];
  }

  #schedule(now: number): InboxEffect<A>[] {
    const forHung = this.limits.transactions;
    const filled = this.#ready.fill(
      {
        healthy: this.#free,
        suspects: forHung + 1 - this.#suspects.size,
        hung: forHung - this.#hung.size,
      },
      now,
    );
    this.#running += filled.length;
    for (const [first] of filled) if (first!.isAlone) this.#setApart(first!.aggregateId);
    return filled.map((work) => ({ kind: 'run', work }));
  }

  #setApart(aggregateId: string): void {
    this.#suspects.add(aggregateId);
    if (this.#lanes.get(aggregateId)!.hangs) this.#hung.add(aggregateId);
  }

  /** Places for healthy lanes. */
  get #free(): number {
    return this.limits.transactions - (this.#running - this.#suspects.size);
  }

  #ended(aggregateIds: readonly string[]): void {
    this.#running -= 1;
    for (const aggregateId of aggregateIds) {
      this.#suspects.delete(aggregateId);
      this.#hung.delete(aggregateId);
    }
  }

  #lane(aggregateId: string, now: number): Lane<A> {
    let lane = this.#lanes.get(aggregateId);
    if (!lane) {
      lane = newLane(aggregateId, now);
      this.#lanes.set(aggregateId, lane);
    }
    return lane;
  }

  #forgetIfSpent(lane: Lane<A>): void {
    if (isSpent(lane)) this.#lanes.delete(lane.aggregateId);
  }
}

function isEager({ isPassedOver }: Arrival): boolean {
  return isPassedOver !== true;
}
