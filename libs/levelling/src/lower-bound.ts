import { destructiveBound } from './bounds/destructive-bound.js';
import { energyBound } from './bounds/energy-bound.js';
import { headsAndTails } from './bounds/heads-and-tails.js';
import type { CompiledProblem } from './compiled-problem.js';

export interface BoundOptions {
  /** A known makespan: more than this is not asked. */
  readonly upper: number;
  readonly stop: () => boolean;
}

/**
 * A makespan that no plan can beat: critical path, energy of each pool, then energetic reasoning until `stop`. Calendars
 * and people are left aside, which keeps the bound true and makes it weaker.
 */
export function lowerBound(problem: CompiledProblem, { upper, stop }: BoundOptions): number {
  const times = headsAndTails(problem);
  const from = energyBound(problem, times);
  return destructiveBound(problem, times, { from, upper, stop });
}
