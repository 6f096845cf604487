import type { Socket } from 'node:net';

const PIECE_BYTES = 1_400;

/** One direction of a connection: takes what one side says and hands it to the other, in order. */
export class Direction {
  delayMs = 0;
  /** Pieces handed over late. */
  delayed = 0;
  /** Bytes that went nowhere. */
  swallowed = 0;
  #isSwallowing = false;
  #isHeld = false;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
  ) {
    from.on('data', (bytes: Buffer) => this.#take(bytes));
    to.on('drain', () => this.#flow());
    from.once('end', () => this.#after(() => to.end()));
  }

  hold(): void {
    this.#isHeld = true;
    this.from.pause();
  }

  release(): void {
    this.#isHeld = false;
    this.#flow();
  }

  swallow(): void {
    this.#isSwallowing = true;
    this.from.resume();
  }

  #take(bytes: Buffer): void {
    if (this.#isSwallowing) {
      this.swallowed += bytes.length;
    } else if (this.delayMs === 0 && this.#waiting === 0) {
      this.#hand(bytes);
    } else {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const piece = bytes.subarray(at, at + PIECE_BYTES);
        this.#after(() => this.#hand(piece));
      }
      this.from.pause();
    }
  }

  #hand(bytes: Buffer): void {
    if (!this.to.destroyed && !this.to.write(bytes)) this.from.pause();
  }

  /** Behind everything that waits already. */
  #after(act: () => void): void {
    if (this.delayMs === 0 && this.#waiting === 0) return act();
    this.#waiting += 1;
    const delayMs = this.delayMs;
    this.#last = this.#last.then(async () => {
      if (delayMs > 0) await new Promise((passed) => setTimeout(passed, delayMs));
      this.delayed += delayMs > 0 ? 1 : 0;
      this.#waiting -= 1;
      act();
      this.#flow();
    });
  }

  #flow(): void {
    if (!this.#isHeld && this.#waiting === 0 && !this.to.writableNeedDrain) this.from.resume();
  }
}
