/** No timer is set tighter than this: a moment without the processor is not a hang. */
const LEAST_MS = 20;
/** So many times what a careful timer would wait: giving up on what is only slow costs more than waiting a little. */
const MARGIN = 4;
const SMOOTHING = 1 / 8;
const DEVIATION_SMOOTHING = 1 / 4;
const DEVIATIONS = 4;

/**
 * How long to wait for something that was often done before, learned from how long it took: the retransmission timer of TCP
 * (Jacobson 1988; RFC 6298), smoothed time plus four smoothed deviations, with a margin. After each wait in vain it doubles
 * until something is done again, so that a machine on which everything became slow is not taken for one on which all hangs.
 *
 * No clock: milliseconds are given.
 */
export class UsualTime {
  #smoothedMs: number | undefined;
  #deviationMs = 0;
  #doubled = 1;

  constructor(private readonly mostMs: number) {}

  /** As long as nothing is known: the most. */
  get patienceMs(): number {
    if (this.#smoothedMs === undefined) return this.mostMs;
    const usualMs = MARGIN * (this.#smoothedMs + DEVIATIONS * this.#deviationMs);
    return Math.min(this.mostMs, this.#doubled * Math.max(LEAST_MS, usualMs));
  }

  took(ms: number): void {
    this.#doubled = 1;
    if (this.#smoothedMs === undefined) {
      this.#smoothedMs = ms;
      this.#deviationMs = ms / 2;
      return;
    }
    this.#deviationMs += DEVIATION_SMOOTHING * (Math.abs(ms - this.#smoothedMs) - this.#deviationMs);
    this.#smoothedMs += SMOOTHING * (ms - this.#smoothedMs);
  }

  /** It was waited for in vain. */
  ranOut(): void {
    this.#doubled = Math.min(this.#doubled * 2, this.mostMs / LEAST_MS);
  }
}

/** The usual time of each kind of thing. */
export class UsualTimes {
  readonly #times = new Map<string, UsualTime>();

  constructor(private readonly mostMs: number) {}

  of(kind: string): UsualTime {
    const known = this.#times.get(kind);
    if (known) return known;
    const usual = new UsualTime(this.mostMs);
    this.#times.set(kind, usual);
    return usual;
  }
}
