import type { CompiledProblem } from '../compiled-problem.js';
import type { HeadsAndTails } from './heads-and-tails.js';
import type { PoolWork } from './pool-work.js';
import { sharpenedWork } from './sharpened-work.js';

/** Heads tried in one pool; more would cost time in plans of a hundred thousand tasks and change little. */
const MOST_HEADS = 200;

/**
 * No plan ends before the work that a pool must do is done: all tasks that cannot start before some slot and are
 * followed by at least some tail, given to the pool at its full capacity. The best over all such sets (the one-machine
 * bound with heads and tails, Carlier 1982, in units of energy).
 */
export function energyBound(problem: CompiledProblem, times: HeadsAndTails): number {
  return sharpenedWork(problem).reduce(
    (bound, work) => Math.max(bound, poolBound(problem, times, work)),
    times.length,
  );
}

function poolBound({ duration }: CompiledProblem, { head, tail }: HeadsAndTails, work: PoolWork): number {
  const { tasks, units, free } = work;
  const places = tasks.map((_, place) => place);
  const tailOf = (place: number) => tail[tasks[place] as number] as number;
  const headOf = (place: number) => head[tasks[place] as number] as number;
  const byTail = places.sort((a, b) => tailOf(b) - tailOf(a));
  const heads = [...new Set(tasks.map((task) => head[task] as number))].sort((a, b) => a - b);
  const stride = Math.ceil(heads.length / MOST_HEADS);
  let bound = 0;
  for (let at = 0; at < heads.length; at += stride) {
    const from = heads[at] as number;
    let energy = 0;
    for (const place of byTail) {
      if (headOf(place) < from) continue;
      energy += (units[place] as number) * (duration[tasks[place] as number] as number);
      const end = free.given(energy, from) + tailOf(place);
      if (end > bound) bound = end;
    }
  }
  return bound;
}
