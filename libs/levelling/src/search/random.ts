/** Marsaglia's xorshift with 32 bits of state: the same numbers on every machine, a few operations each. */
export class Random {
  #state: number;

  constructor(seed: number) {
    // neighbouring seeds must not give neighbouring states (finaliser of MurmurHash3)
    let state = (seed + 0x9e3779b9) | 0;
    state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
    this.#state = (state ^ (state >>> 16)) | 1;
  }

  /** A whole number from 0 to below the bound. */
  below(bound: number): number {
    return (this.next() * bound) | 0;
  }

  /** From 0 to below 1. */
  next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 4_294_967_296;
  }
}
