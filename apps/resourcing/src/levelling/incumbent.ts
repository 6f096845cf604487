const STOP = 0;
const LOCK = 1;
const CONTROL_WORDS = 4;

/**
 * The best plan of all islands, in memory that they share: read and written in the midst of their work, without
 * messages. Holds the value and the order of the movable tasks by start.
 */
export class Incumbent {
  readonly memory: SharedArrayBuffer;
  readonly #control: Int32Array;
  readonly #value: Float64Array;
  readonly #order: Int32Array;

  /** `movable` tasks have a place in the order; pass the memory of another thread's incumbent to share it. */
  constructor(movable: number, memory?: SharedArrayBuffer) {
    const bytes = 4 * CONTROL_WORDS + 8 + 4 * movable;
    this.memory = memory ?? new SharedArrayBuffer(bytes);
    this.#control = new Int32Array(this.memory, 0, CONTROL_WORDS);
    this.#value = new Float64Array(this.memory, 4 * CONTROL_WORDS, 1);
    this.#order = new Int32Array(this.memory, 4 * CONTROL_WORDS + 8, movable);
    if (!memory) this.#value[0] = Infinity;
  }

  get isStopped(): boolean {
    return Atomics.load(this.#control, STOP) === 1;
  }

  stop(): void {
    Atomics.store(this.#control, STOP, 1);
  }

  /** Leaves a plan when it is better than the one held, takes the one held when that is better. */
  meet(value: number, order: Int32Array): Int32Array | undefined {
    while (Atomics.compareExchange(this.#control, LOCK, 0, 1) !== 0); // held for a copy of a few kilobytes
    try {
      const held = this.#value[0] as number;
      if (held < value) return this.#order.slice();
      if (value < held) {
        this.#value[0] = value;
        this.#order.set(order);
      }
      return undefined;
    } finally {
      Atomics.store(this.#control, LOCK, 0);
    }
  }
}
