import { advance, decide, NEW_CURSOR } from '../cursor-rules.js';
import type { Cursor } from '../cursor-rules.js';
import { compareHeads } from '../compare-heads.js';
import { InboxMachine } from '../inbox-machine.js';
import { INBOX_LIMITS } from '../inbox-protocol.js';
import type {
  Arrival,
  FailureClass,
  InboxEffect,
  InboxInput,
  LaneOutcome,
  LaneWork,
} from '../inbox-protocol.js';
import type { BrokerModel, Receipt } from './broker-model.js';
import type { ModelEvent, OwnerModel } from './owner-model.js';
import type { Random } from './random.js';

/** The consumer's database: shared by its processes, one transaction at a time. */
export interface ConsumerDatabase {
  readonly cursors: Map<string, Cursor>;
  /** Every effect that ever took place, in order. */
  readonly effects: ModelEvent[];
  /** Dead letters that nobody has redriven yet. */
  readonly parked: ModelEvent[];
  /** Ids of events that no reaction can take. */
  readonly poisonous: Set<string>;
}

export interface ConsumerFaults {
  /** Acknowledges before the transaction commits. */
  readonly acknowledgesFirst?: boolean;
  /** Takes whatever is newer than the cursor. */
  readonly ignoresGaps?: boolean;
  /** Takes an event again when it comes again. */
  readonly ignoresCursor?: boolean;
}

interface ModelArrival extends Arrival {
  readonly event: ModelEvent;
}

type Effect = InboxEffect<ModelArrival>;

/** Few of everything, so that short schedules reach the limits. */
const LIMITS = {
  ...INBOX_LIMITS,
  transactions: 2,
  eventsPerTransaction: 8,
  attempts: { conflict: 2, defect: 2, hang: 2 },
};

/** One process of the consumer: the inbox machine of production, its effects queued and performed in any order. */
export class ConsumerActor {
  #machine = new InboxMachine<ModelArrival>(LIMITS);
  #tasks: (Effect & { kind: 'run' | 'fetch' })[] = [];
  readonly #tokens = new Map<number, Receipt>();
  #lastToken = 0;
  #now = 0;

  constructor(
    private readonly database: ConsumerDatabase,
    private readonly owner: OwnerModel,
    private readonly broker: BrokerModel,
    private readonly random: Random,
    private readonly faults: ConsumerFaults = {},
  ) {}

  get isIdle(): boolean {
    return this.#tasks.length === 0 && this.#machine.held === 0;
  }

  /** Everything in memory is gone; the broker will notice in time. */
  crash(): void {
    this.#machine = new InboxMachine(LIMITS);
    this.#tasks = [];
    this.#tokens.clear();
  }

  /** Receives a few messages, perhaps out of order, perhaps twice. */
  receive(isDisturbed: boolean): void {
    const messages = this.broker.deliver(1 + this.random.below(6));
    if (isDisturbed && messages.length > 1) messages.sort(() => this.random.next() - 0.5);
    const again =
      isDisturbed && messages.length > 0 && this.random.chance(0.3) ? [this.random.pick(messages)] : [];
    const arrivals = [...messages, ...again].map(({ event, streamSequence }) => {
      this.#lastToken += 1;
      const { epoch, generation } = this.broker;
      this.#tokens.set(this.#lastToken, { epoch, generation, streamSequence });
      return this.#arrival(event, this.#lastToken);
    });
    if (this.faults.acknowledgesFirst) arrivals.forEach(({ token }) => this.#settle(token!, 'ack'));
    if (arrivals.length > 0) this.#step({ kind: 'arrived', arrivals });
  }

  passTime(ms: number): void {
    this.#now += ms;
    this.#step({ kind: 'tick' });
  }

  /** Performs one of the queued effects: any of them, as the network and the database please. */
  work(trouble: 'none' | 'outage' | 'defect' | 'dies-after-commit'): void {
    if (this.#tasks.length === 0) return;
    const [task] = this.#tasks.splice(this.random.below(this.#tasks.length), 1);
    if (task!.kind === 'fetch') return this.#fetch(task!, trouble);
    if (trouble === 'outage' || trouble === 'defect') return this.#fail(task!.work, trouble);
    const poison = this.#firstPoison(task!.work);
    if (poison) return this.#step({ kind: 'failed', ...poison });
    const outcomes = task!.work.map((lane) => this.#takeLane(lane));
    if (trouble === 'dies-after-commit') this.crash();
    else this.#step({ kind: 'committed', outcomes });
  }

  /** Anti-entropy, as sweep.ts does it. */
  sweep(): void {
    const heads = [...this.owner.outbox].map(([aggregateId, events]) => {
      const { sequence, eventId } = events.at(-1)!;
      return { aggregateId, sequence, eventId };
    });
    for (const { aggregateId, fromSequence } of compareHeads(heads, this.database.cursors).behind) {
      const events = this.owner.eventsFrom(aggregateId, fromSequence);
      this.#step({
        kind: 'fetched',
        aggregateId,
        arrivals: events.map((event) => this.#arrival(event, null)),
      });
    }
  }

  /** A person lets the parked events through, as redrive.ts does it. */
  redrive(): void {
    for (const event of this.database.parked.splice(0)) {
      const { aggregateId, sequence } = event;
      this.database.poisonous.delete(event.eventId);
      this.database.effects.push(event);
      this.database.cursors.set(aggregateId, { sequence, eventId: event.eventId, parkedSequence: null });
      const following = this.owner.eventsFrom(aggregateId, sequence + 1);
      this.#step({
        kind: 'fetched',
        aggregateId,
        arrivals: following.map((next) => this.#arrival(next, null)),
      });
    }
  }

  #fetch(task: Effect & { kind: 'fetch' }, trouble: string): void {
    const { aggregateId, fromSequence } = task;
    if (trouble === 'outage') return this.#step({ kind: 'fetch-failed', aggregateId });
    const events = this.owner.eventsFrom(aggregateId, fromSequence);
    this.#step({ kind: 'fetched', aggregateId, arrivals: events.map((event) => this.#arrival(event, null)) });
  }

  #fail(work: readonly LaneWork<ModelArrival>[], failure: 'outage' | 'defect'): void {
    const lane = this.random.pick(work);
    const { aggregateId, eventId } = this.random.pick(lane.arrivals);
    const culprit = this.random.chance(0.5) ? { aggregateId, eventId } : null;
    const aggregateIds = work.map((one) => one.aggregateId);
    this.#step({ kind: 'failed', aggregateIds, culprit, failure, reason: 'simulated' });
  }

  /** The first reaction of the transaction that throws: the whole of it is rolled back. */
  #firstPoison(work: readonly LaneWork<ModelArrival>[]) {
    for (const { aggregateId, arrivals, poison } of work) {
      let cursor = this.database.cursors.get(aggregateId) ?? NEW_CURSOR;
      for (const { event } of arrivals) {
        const decision = this.#decide(cursor, event, poison?.eventId === event.eventId ? poison : null);
        if (decision === 'take' && this.database.poisonous.has(event.eventId)) {
          const failure: FailureClass = event.position % 2 === 0 ? 'permanent' : 'defect';
          const aggregateIds = work.map((one) => one.aggregateId);
          return {
            aggregateIds,
            culprit: { aggregateId, eventId: event.eventId },
            failure,
            reason: 'simulated',
          };
        }
        if (decision !== 'take' && decision !== 'skip') break;
        if (decision === 'take') cursor = advance(cursor, event);
      }
    }
    return null;
  }

  #takeLane({ aggregateId, arrivals, poison }: LaneWork<ModelArrival>): LaneOutcome {
    let cursor = this.database.cursors.get(aggregateId) ?? NEW_CURSOR;
    let doneCount = 0;
    let missingFrom: number | null = null;
    for (const { event } of arrivals) {
      const decision = this.#decide(cursor, event, poison?.eventId === event.eventId ? poison : null);
      if (decision === 'wait') {
        missingFrom = cursor.sequence + 1;
        break;
      }
      doneCount += 1;
      if (decision === 'take') {
        this.database.effects.push(event);
        cursor = advance(cursor, event);
      } else if (decision === 'park-poison' || decision === 'park-diverged') {
        this.database.parked.push(event);
        cursor = { ...cursor, parkedSequence: event.sequence };
      }
    }
    this.database.cursors.set(aggregateId, cursor);
    return { aggregateId, doneCount, missingFrom };
  }

  #decide(
    cursor: Cursor,
    event: ModelEvent,
    poison: LaneWork<ModelArrival>['poison'],
  ): ReturnType<typeof decide> {
    if (this.faults.ignoresCursor) return 'take';
    if (this.faults.ignoresGaps) return event.sequence > cursor.sequence ? 'take' : 'skip';
    return decide(cursor, event, poison);
  }

  #step(input: InboxInput<ModelArrival>): void {
    this.#now += 1;
    for (const effect of this.#machine.step(input, { now: this.#now, random: this.random.next() })) {
      if (effect.kind === 'run' || effect.kind === 'fetch') this.#tasks.push(effect);
      else if (effect.kind === 'ack') effect.tokens.forEach((token) => this.#settle(token, 'ack'));
      else if (effect.kind === 'nak') effect.tokens.forEach((token) => this.#settle(token, 'nak'));
    }
  }

  #settle(token: number, how: 'ack' | 'nak'): void {
    const message = this.#tokens.get(token);
    this.#tokens.delete(token);
    if (!message || this.random.chance(0.1)) return; // the acknowledgement is lost on the way
    if (how === 'ack') this.broker.acknowledge(message);
    else this.broker.release(message);
  }

  #arrival(event: ModelEvent, token: number | null): ModelArrival {
    const { aggregateId, eventId, sequence } = event;
    return { token, aggregateId, eventId, sequence, event };
  }
}
