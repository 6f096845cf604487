import type { BrokerModel, Stored } from './broker-model.js';

/** What a consumer needs to settle a message. */
export interface Receipt {
  readonly epoch: string;
  readonly generation: number;
  readonly streamSequence: number;
}

type State = 0 | 1 | 2 | 3;
const WAITS = 0;
const IN_FLIGHT = 1;
const ACKNOWLEDGED = 2;
const PUT_OFF = 3;

/** One service's place in the stream: what it was given, what it confirmed. */
export class DurableConsumer {
  isDeleted = false;
  /** By stream sequence. */
  #states: State[] = [];
  #floor = 0;
  #copy: { readonly states: readonly State[]; readonly floor: number } = { states: [], floor: 0 };

  constructor(private readonly broker: BrokerModel) {}

  /** Everything up to here is confirmed or gone. */
  get floor(): number {
    const { first, lastSequence } = this.broker;
    while (
      this.#floor < lastSequence &&
      (this.#floor + 1 < first || this.#states[this.#floor + 1] === ACKNOWLEDGED)
    )
      this.#floor += 1;
    return this.#floor;
  }

  /** It believes that it has more than the stream: the stream lost its tail. */
  get isAhead(): boolean {
    return this.#states.length - 1 > this.broker.lastSequence;
  }

  /** Messages nobody has, oldest first. */
  deliver(most: number): Stored[] {
    const found: Stored[] = [];
    if (this.isDeleted) return found;
    const { broker } = this;
    for (let at = Math.max(this.floor + 1, broker.first); at <= broker.lastSequence; at += 1) {
      if (this.#states[at]) continue;
      this.#set(at, IN_FLIGHT);
      found.push(broker.at(at)!);
      if (found.length === most) break;
    }
    return found;
  }

  acknowledge({ epoch, generation, streamSequence }: Receipt): void {
    const { broker } = this;
    if (epoch !== broker.epoch || this.isDeleted) return;
    if (broker.mistakesLateAcknowledgements || generation === broker.generation)
      if (streamSequence <= broker.lastSequence) this.#set(streamSequence, ACKNOWLEDGED);
  }

  /** Refused: anyone may have it again, at once or after a while. */
  release({ epoch, streamSequence }: Receipt, isPutOff: boolean): void {
    if (epoch === this.broker.epoch && this.#states[streamSequence] === IN_FLIGHT)
      this.#states[streamSequence] = isPutOff ? PUT_OFF : WAITS;
  }

  /** What was put off has waited long enough. */
  releasePutOff(): void {
    for (let at = this.#floor + 1; at < this.#states.length; at += 1)
      if (this.#states[at] === PUT_OFF) this.#states[at] = WAITS;
  }

  /** The waiting time of everything in flight is over. @returns how many come again */
  releaseAll(): number {
    let released = 0;
    for (let at = this.#floor + 1; at < this.#states.length; at += 1) {
      if (this.#states[at] !== IN_FLIGHT && this.#states[at] !== PUT_OFF) continue;
      this.#states[at] = WAITS;
      released += 1;
    }
    return released;
  }

  /** The server stopped before it had written down the newest confirmations. @returns how many it forgot */
  forgetAcknowledgements(count: number): number {
    const from = Math.max(0, this.floor - count);
    const forgotten = this.#floor - from;
    for (let at = from + 1; at <= this.#floor; at += 1) this.#states[at] = WAITS;
    this.#floor = from;
    return forgotten;
  }

  takeCopy(): void {
    this.#copy = { states: [...this.#states], floor: this.#floor };
  }

  restoreCopy(): void {
    this.isDeleted = false;
    this.#states = [...this.#copy.states];
    this.#floor = this.#copy.floor;
  }

  truncate(lastSequence: number): void {
    this.#states.length = Math.min(this.#states.length, lastSequence + 1);
    this.#floor = Math.min(this.#floor, lastSequence);
  }

  delete(): void {
    this.recreate();
    this.isDeleted = true;
  }

  /** A new consumer begins with the oldest message. */
  recreate(): void {
    this.isDeleted = false;
    this.#states = [];
    this.#floor = 0;
  }

  #set(at: number, state: State): void {
    while (this.#states.length < at) this.#states.push(WAITS);
    this.#states[at] = state;
  }
}
