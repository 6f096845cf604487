const PAUSE_MS = 60;
const PATIENCE_MS = 30_000;

/** Asks until the answer is as expected: what one service told, another hears a moment later. */
export async function eventually<T>(ask: () => Promise<T>, isThere: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (Date.now() > until)
      throw new Error(
        `Nothing came in ${PATIENCE_MS / 1000} s; the last answer was ${JSON.stringify(answer).slice(0, 1200)}.`,
      );
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
