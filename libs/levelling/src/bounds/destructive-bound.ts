import type { CompiledProblem } from '../compiled-problem.js';
import type { HeadsAndTails } from './heads-and-tails.js';
import { workByPool } from './pool-work.js';
import type { PoolWork } from './pool-work.js';

/** Intervals grow with the square of the tasks of a pool; above this the bound would take seconds. */
const MOST_TASKS = 250;

/**
 * Raises a bound as long as energetic reasoning (Erschler and Lopez 1990; intervals of Baptiste, Le Pape and Nuijten
 * 1999) refutes a plan of that length: in some interval, what tasks must do there even when shifted out to the left or
 * right is more than a pool can give. Ends at `upper` or when told to stop.
 */
export function destructiveBound(
  problem: CompiledProblem,
  times: HeadsAndTails,
  { from, upper, stop }: { readonly from: number; readonly upper: number; readonly stop: () => boolean },
): number {
  const work = workByPool(problem).filter(({ tasks }) => tasks.length <= MOST_TASKS);
  let bound = from;
  while (bound < upper && !stop() && work.some((of) => isOverloaded(problem, times, of, bound))) bound += 1;
  return bound;
}

function isOverloaded(
  { duration }: CompiledProblem,
  { head, tail }: HeadsAndTails,
  { tasks, units, free }: PoolWork,
  makespan: number,
): boolean {
  const d = tasks.map((task) => duration[task] as number);
  const earliest = tasks.map((task) => head[task] as number);
  const latest = tasks.map((task, place) => makespan - (tail[task] as number) - (d[place] as number));
  const begins = new Set<number>();
  const ends = new Set<number>();
  tasks.forEach((_, place) => {
    const est = earliest[place] as number;
    const lst = latest[place] as number;
    const length = d[place] as number;
    begins.add(est).add(lst);
    begins.add(est + length);
    ends.add(lst + length).add(est + length);
    ends.add(lst);
  });
  for (const begin of begins)
    for (const end of ends) {
      if (end <= begin) continue;
      const given = free.before(end) - free.before(begin);
      let must = 0;
      for (let place = 0; place < d.length; place += 1) {
        const length = d[place] as number;
        const left = (earliest[place] as number) + length - begin; // worked here when as early as possible
        const right = end - (latest[place] as number); // worked here when as late as possible
        const inside = Math.min(left, right, length, end - begin);
        if (inside > 0) must += inside * (units[place] as number);
      }
      if (must > given) return true;
    }
  return false;
}
