/** As much of a connection to the broker as is looked at. */
export interface Way {
  /** Asks for a sign of life; settles when the answer has crossed the connection. */
  flush(): Promise<void>;
  isClosed(): boolean;
}

export interface WayWatchOptions {
  /** Pause between two questions. */
  readonly everyMs?: number;
  readonly now?: () => number;
}

const USUAL_PAUSE_MS = 250;
/** A busy process is a few questions late. */
const QUESTIONS_MISSED = 4;
const watches = new WeakMap<Way, WayWatch>();

/**
 * Knows how long a message may have waited between the broker and this process: in a process that stood still, behind a way
 * that let nothing through, in a broker that stood still. What is received after the broker's answer to a question left the
 * broker after the question was asked, because a connection keeps the order; so a message is at most as old as the last
 * question that was answered. Clocks of two machines are never compared. Ends with the connection.
 */
export class WayWatch {
  readonly #everyMs: number;
  readonly #now: () => number;
  #askedAt: number;

  constructor(
    private readonly way: Way,
    options: WayWatchOptions = {},
  ) {
    this.#everyMs = options.everyMs ?? USUAL_PAUSE_MS;
    this.#now = options.now ?? (() => performance.now());
    this.#askedAt = this.#now();
    void this.#watch();
  }

  /** The one watch of a connection. */
  static over(way: Way): WayWatch {
    const watch = watches.get(way) ?? new WayWatch(way);
    watches.set(way, watch);
    return watch;
  }

  /** Milliseconds a message received now may have waited; 0 while the way is as quick as usual. */
  get mayHaveWaitedMs(): number {
    const sinceMs = this.#now() - this.#askedAt;
    return sinceMs > QUESTIONS_MISSED * this.#everyMs ? sinceMs : 0;
  }

  async #watch(): Promise<void> {
    while (!this.way.isClosed()) {
      const askedAt = this.#now();
      await this.way.flush().then(
        () => (this.#askedAt = askedAt),
        () => undefined, // not connected: the next question may be answered
      );
      await new Promise((resolve) => setTimeout(resolve, this.#everyMs).unref());
    }
  }
}
