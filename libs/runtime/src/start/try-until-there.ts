import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** Told about each failure that differs from the one before. */
  readonly onWaiting: (reason: string) => void;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** How long to try before giving up. */
  readonly forMs: number;
  /** Whether trying again makes sense after this failure; always when left out. */
  readonly mayComeRight?: (failure: unknown) => boolean;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Tries until it works, with longer and longer pauses: services start in any order. Throws what the last try said.
 */
export async function tryUntilThere(
  what: string,
  attempt: () => Promise<unknown>,
  { onWaiting, signal, forMs, mayComeRight = () => true }: Patience,
): Promise<void> {
  const deadline = performance.now() + forMs;
  let said = '';
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    signal.throwIfAborted();
    try {
      await attempt();
      return;
    } catch (failure) {
      if (!mayComeRight(failure)) throw failure;
      const reason = reasonOf(failure);
      if (performance.now() > deadline) {
        throw new Error(`${what} was not there within ${forMs / 1000} s: ${reason}`, { cause: failure });
      }
      if (reason !== said) onWaiting(`waiting for ${what}: ${reason}`);
      said = reason;
    }
    await pause(pauseMs * (0.75 + 0.5 * Math.random()), undefined, { signal });
  }
}

/** Of several failures at once (a name with several addresses, several brokers) each says its own. */
function reasonOf(failure: unknown): string {
  if (failure instanceof AggregateError) return [...new Set(failure.errors.map(reasonOf))].join('; ');
  return failure instanceof Error ? failure.message : String(failure);
}
