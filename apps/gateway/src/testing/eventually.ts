import { setTimeout as pause } from 'node:timers/promises';

/** Repeats an expectation until it holds; fails with its own words after the deadline. */
export async function eventually(expectation: () => Promise<void> | void, deadlineMs = 5_000): Promise<void> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(20);
    }
  }
}
