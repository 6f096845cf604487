import type { CompiledProblem } from '../compiled-problem.js';
import { FreeEnergy, workByPool } from './pool-work.js';
import type { PoolWork } from './pool-work.js';

/** Above this the plain work of a pool has to do: the bound of a large plan is needed at once. */
const MOST_TASKS = 3_000;
const MOST_THRESHOLDS = 12;
const MOST_DIVISORS = 8;

/** Whole units to other units: what fits together side by side still does (a dual feasible function). */
type Sharpening = (units: number) => number;

/**
 * The work of each pool, and the same seen through dual feasible functions: tasks of which no two fit side by side take the
 * whole pool, however little is left beside each. A bound on any of these is one on the plan. Where less than the most is
 * free, what is missing counts as a task. Martello and Toth 1990 (thresholds); Carlier, Clautiaux and Moukrim 2007
 * (divisors); used on resource-constrained projects by Carlier and Neron 2000.
 */
export function sharpenedWork(problem: CompiledProblem): PoolWork[] {
  return workByPool(problem).flatMap((work) => {
    if (work.tasks.length > MOST_TASKS) return [work];
    const most = work.row.reduce((highest, units) => Math.max(highest, units), 0);
    const seen = new Set<string>([signature(work.units, most)]);
    const sharpened = sharpeningsOf(work.units, most).flatMap((sharpen): PoolWork[] => {
      const units = work.units.map(sharpen);
      const all = sharpen(most);
      const known = signature(units, all);
      if (seen.has(known)) return [];
      seen.add(known);
      const row = work.row.map((free) => all - sharpen(most - free));
      return [{ tasks: work.tasks, units, row, free: new FreeEnergy(row) }];
    });
    return [work, ...sharpened];
  });
}

function sharpeningsOf(units: readonly number[], most: number): readonly Sharpening[] {
  const half = most / 2;
  const different = [...new Set(units)];
  const beside = different.filter((one) => one > half).map((one) => most - one + 0.5); // what stands alone
  const small = different.filter((one) => one <= half);
  const thresholds = [...new Set([half, ...small, ...beside.filter((one) => one < half)])];
  const divisors = small.sort((a, b) => b - a).slice(0, MOST_DIVISORS);
  return [
    ...thresholds
      .sort((a, b) => b - a)
      .slice(0, MOST_THRESHOLDS)
      .map(
        (least): Sharpening =>
          (one) =>
            one > most - least ? most : one < least ? 0 : one,
      ),
    ...divisors.map((divisor): Sharpening => {
      const whole = Math.floor(most / divisor);
      return (one) => {
        if (one < half) return 2 * Math.floor(one / divisor);
        return one === half ? whole : 2 * (whole - Math.floor((most - one) / divisor));
      };
    }),
  ];
}

/** Equal up to their unit. */
function signature(units: readonly number[], most: number): string {
  return units.map((one) => one / most).join();
}
