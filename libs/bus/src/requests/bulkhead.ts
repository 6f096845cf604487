/** Lets a fixed number run at once and a bounded number wait; whoever comes after that is turned away at once. */
export class Bulkhead {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  #onEmpty: (() => void)[] = [];

  constructor(
    private readonly concurrency: number,
    private readonly queue: number,
  ) {}

  get isFull(): boolean {
    return this.#running >= this.concurrency && this.#waiting.length >= this.queue;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async run<R>(work: () => Promise<R>): Promise<R> {
    if (this.#running >= this.concurrency) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next)
        next(); // its place is handed over, so the count stays
      else this.#leave();
    }
  }

  /** Resolves when nothing runs and nothing waits. */
  empty(): Promise<void> {
    if (this.#running === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onEmpty.push(resolve));
  }

  #leave(): void {
    this.#running -= 1;
    if (this.#running > 0) return;
    for (const resolve of this.#onEmpty.splice(0)) resolve();
  }
}
