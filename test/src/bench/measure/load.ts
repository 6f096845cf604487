import { setTimeout as pause } from 'node:timers/promises';

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds of each call, in the order of their ends. */
  readonly tookMs: readonly number[];
}

/** So many calls in flight at any moment, for a while: the next one begins when one ends. */
export async function closedLoad(
  call: (turn: number) => Promise<unknown>,
  { inFlight, forMs }: { readonly inFlight: number; readonly forMs: number },
): Promise<Measured> {
  const tookMs: number[] = [];
  const startedMs = performance.now();
  let turn = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - startedMs < forMs) {
      const begunMs = performance.now();
      await call(turn++);
      tookMs.push(performance.now() - begunMs);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { perSecond: (tookMs.length * 1_000) / (performance.now() - startedMs), tookMs };
}

/**
 * Calls at a steady rate, whatever the answers do. The time of a call counts from the moment it was due, so that a stall
 * shows in every call it delayed.
 */
export async function openLoad(
  call: (turn: number) => Promise<unknown>,
  { perSecond, forMs }: { readonly perSecond: number; readonly forMs: number },
): Promise<Measured> {
  const tookMs: number[] = [];
  const calls: Promise<void>[] = [];
  const startedMs = performance.now();
  const total = Math.floor((perSecond * forMs) / 1_000);
  for (let turn = 0; turn < total; turn += 1) {
    const dueMs = startedMs + (turn * 1_000) / perSecond;
    if (dueMs > performance.now()) await pause(dueMs - performance.now());
    calls.push(
      call(turn).then(() => {
        tookMs.push(performance.now() - dueMs);
      }),
    );
  }
  await Promise.all(calls);
  return { perSecond: (total * 1_000) / (performance.now() - startedMs), tookMs };
}

/** Works through a list with a few at a time. */
export async function sideBySide<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
