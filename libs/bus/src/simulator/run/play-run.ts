import { ChunkSum } from './chunk.js';
import type { ChunkResult } from './chunk.js';
import type { ThreadPool } from './thread-pool.js';

/** A run may end early at this many faults: they are enough to look at. */
const ENOUGH_FAULTS = 20;

/**
 * Plays schedules of a seed until `steps` steps are reached.
 *
 * Chunks are dealt out in order and counted in order, and the run ends with the first chunk that reaches the number: the same seed
 * gives the same schedules, steps and faults with any number of threads.
 */
export async function playRun(pool: ThreadPool, seed: number, steps: number): Promise<ChunkSum> {
  const sum = new ChunkSum();
  const under = new Map<number, Promise<ChunkResult>>();
  let dealt = 0;
  for (let next = 0; sum.steps < steps && sum.faults.length < ENOUGH_FAULTS; next += 1) {
    while (dealt < next + pool.threads * 2) {
      under.set(dealt, pool.play({ seed, chunk: dealt, bug: null }));
      dealt += 1;
    }
    sum.add(await under.get(next)!);
    under.delete(next);
  }
  return sum;
}
