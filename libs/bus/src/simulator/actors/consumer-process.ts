import type { InboxEffect, InboxInput } from '../../protocol/inbox-protocol.js';
import type { SweepPlan } from '../../protocol/sweep-plan.js';
import type { Receipt } from '../model/durable-consumer.js';
import type { ModelEvent } from '../model/model-event.js';
import type { ServiceModel } from '../model/service-model.js';
import type { Inbox, ModelArrival } from '../rules.js';
import type { World } from '../world.js';
import { SweepRunner } from './sweep-runner.js';
import { WorkBench } from './work-bench.js';

/** Done with, given back, or given back for a while. */
export type Settlement = 'ack' | 'nak' | 'later';

/** A process takes no more from the broker while it has so many events on hand. */
const MOST_HELD = 40;
/** Every so many events of an aggregate one is long. */
const LONG_ONE_IN = 7;

/** One process of a consuming service: the inbox machine of production, what it asks for performed in any order. */
export class ConsumerProcess {
  /** Stopped in the middle of what it does, with its transactions open. */
  isFrozen = false;
  machine: Inbox;
  plan: SweepPlan;
  readonly bench: WorkBench;
  readonly sweeper: SweepRunner;
  /** Received by the host, not yet seen by the process. */
  network: ModelArrival[][] = [];
  readonly #tokens = new Map<number, Receipt>();
  #lastToken = 0;
  #now = 0;
  #incarnation: number | null = null;

  constructor(
    readonly world: World,
    readonly service: ServiceModel,
  ) {
    this.machine = world.rules.newInbox();
    this.plan = world.rules.newPlan();
    this.bench = new WorkBench(this);
    this.sweeper = new SweepRunner(this);
  }

  get isIdle(): boolean {
    return this.bench.isEmpty && this.machine.held === 0 && this.network.length === 0;
  }

  /** Everything in memory is gone; the broker will notice in time. */
  crash(): void {
    this.isFrozen = false;
    this.bench.clear();
    this.sweeper.clear();
    this.machine = this.world.rules.newInbox();
    this.plan = this.world.rules.newPlan();
    this.#tokens.clear();
    this.network = [];
    this.#incarnation = null;
  }

  /** Stops in good order: finishes what runs, gives the rest back, and begins anew. */
  drain(): void {
    this.step({ kind: 'drain' });
    this.bench.finishAll();
    this.crash();
  }

  /** A few messages come in: perhaps out of order, twice, or only later. @returns whether any were there */
  receive(): boolean {
    const { random, chaos, broker } = this.world;
    if (this.network.length > 0 && (chaos.isCalm || random.chance(0.3))) {
      this.arrive(this.network.splice(random.below(this.network.length), 1)[0]!);
      return true;
    }
    if (this.machine.held >= MOST_HELD) return false;
    const stored = broker.consumers[this.service.index]!.deliver(1 + random.below(6));
    if (stored.length === 0) return false;
    const arrivals = stored.map(({ event, streamSequence }) => this.#received(event, streamSequence));
    if (arrivals.length > 1 && chaos.strikes('reordered', 0.3)) {
      const [first] = arrivals.splice(random.below(arrivals.length), 1);
      arrivals.splice(random.below(arrivals.length + 1), 0, first!);
      chaos.count('reordered');
    }
    if (chaos.strikes('duplicated', 0.15)) {
      const { event, streamSequence } = random.pick(stored);
      arrivals.push(this.#received(event, streamSequence));
      chaos.count('duplicated');
    }
    if (chaos.strikes('delayed', 0.15)) {
      this.network.push(arrivals);
      chaos.count('delayed');
    } else this.arrive(arrivals);
    return true;
  }

  arrive(received: readonly ModelArrival[]): void {
    const arrivals = received.filter(({ sequence }) => sequence > 0);
    // What is no event is kept for people and settled at once.
    if (arrivals.length < received.length)
      for (const { token, sequence } of received) if (sequence === 0) this.settle(token!, 'ack');
    if (arrivals.length === 0) return;
    for (const { event } of arrivals) this.#notice(event);
    this.step({ kind: 'arrived', arrivals });
  }

  passTime(ms: number): void {
    this.#now += ms;
    this.step({ kind: 'tick' });
  }

  /** As the feed does every second, in which delays pass too: makes a missing consumer, and replaces one that is ahead of its stream. */
  supervise(): void {
    const consumer = this.world.broker.consumers[this.service.index]!;
    consumer.releasePutOff();
    if (consumer.isDeleted) consumer.recreate();
    else if (consumer.isAhead) {
      consumer.recreate();
      this.plan.askFull();
    }
  }

  offer(events: readonly ModelEvent[]): void {
    const lanes = new Map<string, ModelArrival[]>();
    for (const event of events) {
      const lane = lanes.get(event.aggregateId);
      if (lane) lane.push(arrivalOf(event, null));
      else lanes.set(event.aggregateId, [arrivalOf(event, null)]);
    }
    for (const [aggregateId, arrivals] of lanes)
      this.step({ kind: 'fetched', aggregateId, question: null, arrivals });
  }

  step(input: InboxInput<ModelArrival>): void {
    this.#now += 1;
    const moment = { now: this.#now, random: this.world.random.next() };
    for (const effect of this.machine.step(input, moment)) this.perform(effect);
  }

  perform(effect: InboxEffect<ModelArrival>): void {
    switch (effect.kind) {
      case 'run':
      case 'fetch':
        return this.bench.add(effect);
      case 'ack':
        for (const token of effect.tokens) this.settle(token, 'ack');
        return;
      case 'nak':
        for (const token of effect.tokens) this.settle(token, effect.delayMs > 0 ? 'later' : 'nak');
        return;
      case 'dropped':
        return this.plan.watch([effect.aggregateId]);
      case 'extend':
    }
  }

  settle(token: number, how: Settlement): void {
    const receipt = this.#tokens.get(token);
    if (receipt === undefined) return;
    this.#tokens.delete(token);
    const { chaos, broker, late } = this.world;
    const consumer = broker.consumers[this.service.index]!;
    if (how !== 'ack') consumer.release(receipt, how === 'later');
    else if (chaos.strikes('late-acknowledgement', 0.05)) {
      chaos.count('late-acknowledgement');
      late.push(() => consumer.acknowledge(receipt));
    } else if (chaos.strikes('acknowledgement-lost', 0.1)) chaos.count('acknowledgement-lost');
    else consumer.acknowledge(receipt);
  }

  #received(event: ModelEvent, streamSequence: number): ModelArrival {
    this.#lastToken += 1;
    const { epoch, generation } = this.world.broker;
    this.#tokens.set(this.#lastToken, { epoch, generation, streamSequence });
    return arrivalOf(event, this.#lastToken);
  }

  /** An owner with a new history: compare at once instead of waiting for the next round. */
  #notice({ incarnation }: ModelEvent): void {
    if (this.#incarnation !== null && this.#incarnation !== incarnation) this.plan.askFull();
    this.#incarnation = incarnation;
  }
}

function arrivalOf(event: ModelEvent, token: number | null): ModelArrival {
  const { aggregateId, eventId, sequence } = event;
  return { token, aggregateId, eventId, sequence, event, isLong: sequence % LONG_ONE_IN === 0 };
}
