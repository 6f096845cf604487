export interface Patience {
  /** Default 30,000: a healthy machine answers at once, and one with too much to do is no defect. */
  readonly timeoutMs?: number;
  /** Default 25. */
  readonly everyMs?: number;
}

/**
 * Asks again until the attempt neither throws nor answers false, and returns its answer; undefined counts as an
 * answer, so a block of `expect`s will do. When time is up, throws what the last attempt threw.
 */
export async function eventually<T>(attempt: () => T | Promise<T>, patience: Patience = {}): Promise<T> {
  const { timeoutMs = 30_000, everyMs = 25 } = patience;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const { answer, failure } = await tryOnce(attempt);
    if (failure === undefined) return answer as T;
    if (performance.now() >= deadline) throw failure;
    await new Promise((wait) => setTimeout(wait, everyMs));
  }

  async function tryOnce(once: () => T | Promise<T>): Promise<{ answer?: T; failure?: Error }> {
    try {
      const answer = await once();
      return answer === false ? { failure: new Error(`Still false after ${timeoutMs} ms.`) } : { answer };
    } catch (failure) {
      return { failure: failure instanceof Error ? failure : new Error(String(failure)) };
    }
  }
}
