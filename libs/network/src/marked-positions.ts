/**
 * Positions that wait for a visit, one bit each. A walk visits them in one direction and takes along what is marked further
 * on in that direction meanwhile: what a change of the order of a network touches, and nothing else.
 */
export class MarkedPositions {
  private readonly words: Int32Array;
  private least: number;
  private greatest = -1;

  constructor(private readonly count: number) {
    this.words = new Int32Array((count + 31) >> 5);
    this.least = count;
  }

  mark(position: number): void {
    this.words[position >> 5]! |= 1 << (position & 31);
    if (position < this.least) this.least = position;
    if (position > this.greatest) this.greatest = position;
  }

  /** From the least to the greatest; only positions behind the visited one may be marked on the way. */
  ascend(visit: (position: number) => void): void {
    for (let word = this.least >> 5; word <= this.greatest >> 5; word++) {
      for (let bits = this.words[word]!; bits !== 0; bits = this.words[word]!) {
        const position = (word << 5) + 31 - Math.clz32(bits & -bits);
        this.words[word]! &= bits - 1;
        visit(position);
      }
    }
    this.reset();
  }

  /** From the greatest to the least; only positions before the visited one may be marked on the way. */
  descend(visit: (position: number) => void): void {
    for (let word = this.greatest >> 5; word >= this.least >> 5 && word >= 0; word--) {
      for (let bits = this.words[word]!; bits !== 0; bits = this.words[word]!) {
        const bit = 31 - Math.clz32(bits);
        this.words[word]! &= ~(1 << bit);
        visit((word << 5) + bit);
      }
    }
    this.reset();
  }

  clear(): void {
    this.words.fill(0);
    this.reset();
  }

  private reset(): void {
    this.least = this.count;
    this.greatest = -1;
  }
}
