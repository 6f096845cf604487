export interface Backoff {
  readonly firstMs: number;
  readonly capMs: number;
}

/** Doubles from `firstMs` to `capMs`; `failures` counts from 1. Without jitter: see `withJitter`. */
export function backoffMs(failures: number, { firstMs, capMs }: Backoff): number {
  return Math.min(capMs, firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
}

/** Full jitter over the upper half: `random` is in [0, 1), drawn by the caller. */
export function withJitter(ms: number, random: number): number {
  return Math.round(ms / 2 + (ms / 2) * random);
}
