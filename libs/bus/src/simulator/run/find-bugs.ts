import { BUGS } from '../bugs/bug-bank.js';
import type { ThreadPool } from './thread-pool.js';

export interface BugFinding {
  readonly bug: string;
  readonly check: string | null;
  readonly message: string | null;
  /** Of the first schedule that showed it. */
  readonly schedule: number | null;
  readonly schedules: number;
  readonly steps: number;
  readonly seconds: number;
}

/** Plays the schedules of a seed with each planted mistake until one of them shows it, or the time is over. */
export async function findBugs(
  pool: ThreadPool,
  seed: number,
  { secondsPerBug, only }: { readonly secondsPerBug: number; readonly only: string | null },
): Promise<BugFinding[]> {
  const wanted = BUGS.map(({ name }) => name).filter((name) => only === null || name === only);
  const findings: BugFinding[] = [];
  const left = wanted.map((name, index) => ({ name, index }));
  await Promise.all(
    Array.from({ length: pool.threads }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        findings[next.index] = await find(pool, seed, next.name, secondsPerBug);
      }
    }),
  );
  return findings;
}

async function find(pool: ThreadPool, seed: number, bug: string, secondsAtMost: number): Promise<BugFinding> {
  const began = performance.now();
  let schedules = 0;
  let steps = 0;
  for (let chunk = 0; ; chunk += 1) {
    const result = await pool.play({ seed, chunk, bug });
    schedules += result.schedules;
    steps += result.steps;
    const seconds = (performance.now() - began) / 1_000;
    const [fault = null] = result.faults;
    if (fault === null && seconds < secondsAtMost) continue;
    const { schedule = null, check = null, message = null } = fault ?? {};
    return { bug, check, message, schedule, schedules, steps, seconds };
  }
}
