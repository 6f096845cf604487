import { BrokerModel } from './broker-model.js';
import { ConsumerActor } from './consumer-actor.js';
import type { ConsumerDatabase, ConsumerFaults } from './consumer-actor.js';
import { OwnerModel } from './owner-model.js';
import { Random } from './random.js';
import { RelayActor } from './relay-actor.js';
import type { RelayFaults } from './relay-actor.js';

export interface ScheduleOptions {
  readonly steps: number;
  /** Without anti-entropy the relay alone has to bring everything back. */
  readonly hasSweep: boolean;
  readonly faults?: RelayFaults & ConsumerFaults;
}

/** How often each kind of disturbance was effective: a fault that never happened proves nothing. */
export interface ScheduleTally {
  wipes: number;
  lostTails: number;
  takeOvers: number;
  crashes: number;
  lostOutcomes: number;
  failures: number;
  parked: number;
}

export const NOTHING_HAPPENED: Readonly<ScheduleTally> = {
  wipes: 0,
  lostTails: 0,
  takeOvers: 0,
  crashes: 0,
  lostOutcomes: 0,
  failures: 0,
  parked: 0,
};

export interface ScheduleResult {
  /** What went wrong, or null. */
  readonly fault: string | null;
  readonly effects: number;
  readonly tally: ScheduleTally;
}

const AGGREGATES = ['a', 'b', 'c'];
const PATIENCE = 400;

/** Plays one random schedule of an owner with two relays and a consumer with two processes, lets everything heal, and checks. */
export function playSchedule(seed: number, options: ScheduleOptions): ScheduleResult {
  return new Schedule(seed, options).play();
}

class Schedule {
  readonly #random: Random;
  readonly #owner = new OwnerModel();
  readonly #broker: BrokerModel;
  readonly #database: ConsumerDatabase = {
    cursors: new Map(),
    effects: [],
    parked: [],
    poisonous: new Set(),
  };
  readonly #relays: RelayActor[];
  readonly #consumers: ConsumerActor[];
  readonly #tally: ScheduleTally = { ...NOTHING_HAPPENED };
  #leader = 0;

  constructor(
    seed: number,
    private readonly options: ScheduleOptions,
  ) {
    this.#random = new Random(seed);
    const { faults, hasSweep } = options;
    this.#broker = new BrokerModel(hasSweep);
    this.#relays = [0, 1].map(() => new RelayActor(this.#owner, this.#broker, faults));
    this.#consumers = [0, 1].map(
      () => new ConsumerActor(this.#database, this.#owner, this.#broker, this.#random, faults),
    );
  }

  play(): ScheduleResult {
    for (let step = 0; step < this.options.steps; step += 1) this.#disturb();
    const isHealed = this.#heal();
    return { fault: this.#check(isHealed), effects: this.#database.effects.length, tally: this.#tally };
  }

  #disturb(): void {
    const random = this.#random;
    const dice = random.next();
    if (dice < 0.18) this.#announce();
    else if (dice < 0.5) this.#relay();
    else if (dice < 0.66) random.pick(this.#consumers).receive(true);
    else if (dice < 0.9) this.#consume();
    else if (dice < 0.92) random.pick(this.#consumers).passTime(random.below(3_000));
    else if (dice < 0.93) this.#redrive();
    else this.#misfortune();
  }

  #announce(): void {
    const { eventId } = this.#owner.announce(this.#random.pick(AGGREGATES));
    // What follows a redriven event is fetched; when that is lost in a crash, only anti-entropy brings it.
    if (this.options.hasSweep && this.#random.chance(0.05)) this.#database.poisonous.add(eventId);
  }

  #relay(): void {
    const index = this.#random.below(2);
    const isLost = this.#random.chance(0.05);
    if (isLost) this.#tally.lostOutcomes += 1;
    this.#relays[index]!.advance(isLost, index === this.#leader);
  }

  #redrive(): void {
    this.#tally.parked += this.#database.parked.length;
    this.#random.pick(this.#consumers).redrive();
  }

  #consume(): void {
    const random = this.#random;
    const trouble = random.chance(0.8)
      ? 'none'
      : random.pick(['outage', 'defect', 'dies-after-commit'] as const);
    if (trouble !== 'none') this.#tally.failures += 1;
    random.pick(this.#consumers).work(trouble);
  }

  #misfortune(): void {
    const random = this.#random;
    const dice = random.next();
    if (dice < 0.15) this.#wipe();
    else if (dice < 0.3) this.#loseTail();
    else if (dice < 0.4) this.#broker.restart();
    else if (dice < 0.6) this.#changeLeader();
    else if (dice < 0.75) this.#crash(random.pick<{ crash(): void }>([...this.#relays, ...this.#consumers]));
    else if (dice < 0.9) this.#broker.releaseAll();
    else if (this.options.hasSweep) {
      if (random.chance(0.5)) this.#broker.forgetOldest(random.below(4));
      else random.pick(this.#consumers).sweep();
    }
  }

  #wipe(): void {
    this.#tally.wipes += 1;
    this.#broker.wipe();
  }

  #loseTail(): void {
    this.#tally.lostTails += 1;
    this.#broker.loseTail(1 + this.#random.below(4));
  }

  /** The other one gets the lock; the old leader does not know yet and goes on until a statement tells it. */
  #changeLeader(): void {
    this.#tally.takeOvers += 1;
    this.#leader = 1 - this.#leader;
    this.#relays[this.#leader]!.crash();
  }

  #crash(actor: { crash(): void }): void {
    this.#tally.crashes += 1;
    actor.crash();
  }

  /** No more misfortune: everything must arrive within a bounded time, not merely some day. */
  #heal(): boolean {
    for (let round = 0; round < PATIENCE; round += 1) {
      this.#broker.releaseAll();
      this.#relays.forEach((relay, index) => relay.advance(false, index === this.#leader));
      for (const consumer of this.#consumers) {
        consumer.receive(false);
        consumer.passTime(6_000);
        for (let work = 0; work < 8; work += 1) consumer.work('none');
      }
      this.#redrive();
      if (this.options.hasSweep && round % 20 === 19) this.#consumers[round % 40 < 20 ? 0 : 1]!.sweep();
      if (round > 6 && this.#isComplete()) return true;
    }
    return false;
  }

  #isComplete(): boolean {
    const announced = [...this.#owner.outbox.values()].reduce((sum, events) => sum + events.length, 0);
    return this.#database.effects.length >= announced && this.#consumers.every(({ isIdle }) => isIdle);
  }

  #check(isHealed: boolean): string | null {
    for (const [aggregateId, events] of this.#owner.outbox) {
      const taken = this.#database.effects
        .filter((effect) => effect.aggregateId === aggregateId)
        .map(({ sequence }) => sequence);
      if (new Set(taken).size !== taken.length) return `twice: ${aggregateId} took ${taken.join(' ')}`;
      if (taken.some((sequence, index) => index > 0 && sequence < taken[index - 1]!))
        return `disorder: ${aggregateId} took ${taken.join(' ')}`;
      if (taken.length !== events.length)
        return `lost: ${aggregateId} announced ${events.length}, took ${taken.join(' ')}`;
    }
    return isHealed ? null : 'not healed in time';
  }
}
