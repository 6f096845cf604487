/** So many publishes without fruit, and for so long: shorter silences are those of a broker that is busy or changes its leader. */
const SILENT_ROUNDS = 3;
const SILENT_MS = 6_000;
/** A stream that was made anew and is still silent has another trouble. */
const ONCE_PER_MS = 60_000;

export interface StreamEnd {
  readonly epoch: string;
  readonly lastSequence: number;
}

/**
 * Tells when a stream stores nothing any more although the broker answers questions about it. That is how nats-server leaves a
 * stream after a failed write, a disk that was full for a moment included, until the server is restarted or the stream is made
 * anew: it says nothing to who publishes, or, when the stream was empty, refuses what follows the end that it tells itself.
 */
export class StoreWatch {
  #end: StreamEnd | undefined;
  #silentSinceMs: number | undefined;
  #rounds = 0;
  #madeAnewMs = Number.NEGATIVE_INFINITY;

  /** The broker said how far the stream goes. Whatever was stored in between ends the silence. */
  looked(end: StreamEnd): void {
    if (end.epoch !== this.#end?.epoch || end.lastSequence !== this.#end.lastSequence) this.#heard();
    this.#end = end;
  }

  /** A publish that was begun then came to its end; its first message was neither stored nor refused for a reason. */
  published(isFruitless: boolean, begunMs: number): void {
    if (!isFruitless) return this.#heard();
    this.#rounds += 1;
    this.#silentSinceMs ??= begunMs;
  }

  isStuck(nowMs: number): boolean {
    return (
      this.#silentSinceMs !== undefined &&
      this.#rounds >= SILENT_ROUNDS &&
      nowMs - this.#silentSinceMs >= SILENT_MS &&
      nowMs - this.#madeAnewMs >= ONCE_PER_MS
    );
  }

  madeAnew(nowMs: number): void {
    this.#madeAnewMs = nowMs;
    this.#heard();
  }

  #heard(): void {
    this.#rounds = 0;
    this.#silentSinceMs = undefined;
  }
}
