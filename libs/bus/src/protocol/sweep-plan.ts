import { backoffMs, withJitter } from './backoff.js';

/** Every so many rounds all aggregates are compared, not only those that changed. */
const FULL_EVERY = 120;
/** Beyond this many aggregates under watch a full comparison is cheaper. */
const MAX_WATCHED = 5_000;
/** A round that failed is tried again soon, not after a whole period: who is away is mostly back in seconds. */
const AFTER_FAILURE = { firstMs: 1_000, capMs: 8_000 };

/** What the next round of anti-entropy looks at: everything, what changed since the last one, and what is under watch. */
export class SweepPlan {
  #horizon: string | null = null;
  #fullNext = true;
  #rounds = 0;
  #failures = 0;
  readonly #watched = new Set<string>();

  get watches(): boolean {
    return this.#watched.size > 0;
  }

  /** The next round shall compare everything. */
  askFull(): void {
    this.#fullNext = true;
  }

  watch(aggregateIds: readonly string[]): void {
    for (const aggregateId of aggregateIds) this.#watched.add(aggregateId);
    if (this.#watched.size <= MAX_WATCHED) return;
    this.#watched.clear();
    this.#fullNext = true;
  }

  watched(limit: number): readonly string[] {
    return [...this.#watched].slice(0, limit);
  }

  /** Of the aggregates that were looked at only these still missed something. */
  looked(aggregateIds: readonly string[], stillOpen: readonly string[]): void {
    const open = new Set(stillOpen);
    for (const id of aggregateIds) if (!open.has(id)) this.#watched.delete(id);
  }

  /** @returns the horizon to ask from, null for everything */
  begin(): string | null {
    this.#rounds += 1;
    const isFull = this.#fullNext || this.#rounds % FULL_EVERY === 0;
    this.#fullNext = false;
    return isFull ? null : this.#horizon;
  }

  ended(horizon: string): void {
    this.#horizon = horizon;
    this.#failures = 0;
  }

  /** A round that began with this horizon did not come to its end. */
  failed(since: string | null): void {
    if (since === null) this.#fullNext = true;
    this.#failures += 1;
  }

  /** How long after a round the next one is due, when nobody asks before. `random` is in [0, 1). */
  dueInMs(everyMs: number, random: number): number {
    if (this.#failures === 0) return everyMs * (0.75 + random / 2);
    return Math.min(everyMs, withJitter(backoffMs(this.#failures, AFTER_FAILURE), random));
  }
}
