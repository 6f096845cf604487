export interface LimitSettings {
  /** Requests answered at once before anything is known. */
  readonly start: number;
  readonly least: number;
  readonly most: number;
  /** Nine of ten requests shall be answered within this time after they were let in. */
  readonly goalMs: number;
  /** How long answers are watched before the limit moves. */
  readonly windowMs: number;
}

const FEWEST_ANSWERS = 10;
const LESS = 0.85;
const MORE = 1.05;
const WATCHED_SHARE = 0.9;

/**
 * How many requests may be answered at once: as many as the services behind can bear without making people wait.
 *
 * Additive increase, multiplicative decrease on the time of answers, as TCP does on losses (Chiu and Jain 1989; the AIMD limit of
 * Netflix's concurrency-limits): the limit rises while it is reached and answers come in time, and falls when they do not. What
 * is slow by itself, with nobody beside it, moves nothing.
 */
export class ConcurrencyLimit {
  #limit: number;
  #tookMs: number[] = [];
  #busiest = 0;
  #windowFrom: number | undefined;

  constructor(private readonly settings: LimitSettings) {
    this.#limit = settings.start;
  }

  get current(): number {
    return Math.floor(this.#limit);
  }

  /** A request was answered. `running` counts it as well. */
  answered(tookMs: number, running: number, now: number): void {
    this.#windowFrom ??= now;
    this.#tookMs.push(tookMs);
    this.#busiest = Math.max(this.#busiest, running);
    if (this.#tookMs.length < FEWEST_ANSWERS || now - this.#windowFrom < this.settings.windowMs) return;
    this.#move();
    this.#tookMs = [];
    this.#busiest = 0;
    this.#windowFrom = undefined;
  }

  #move(): void {
    const { goalMs, least, most } = this.settings;
    const sorted = this.#tookMs.sort((a, b) => a - b);
    const isLate = sorted[Math.ceil(sorted.length * WATCHED_SHARE) - 1]! > goalMs;
    if (isLate && this.#busiest >= this.#limit / 2) this.#limit = Math.max(least, this.#limit * LESS);
    if (!isLate && this.#busiest >= this.current) this.#limit = Math.min(most, this.#limit * MORE + 1);
  }
}
