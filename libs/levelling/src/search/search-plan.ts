import type { CompiledProblem } from '../compiled-problem.js';
import type { Objective } from '../problem.js';
import { Evolution } from './evolution.js';
import type { Candidate } from './evolution.js';
import { valuationOf } from './objective-value.js';
import { schedulerFor } from './scheduler-for.js';

export interface SearchOptions {
  readonly objective: Objective;
  readonly seed: number;
  /** How long the search is meant to run; decides how many plans it keeps, so equal values give equal searches. */
  readonly forMs: number;
  /** Ends the search: a plan of this value cannot be beaten. */
  readonly lowerBound: number;
  /** Asked after every few schedules. */
  readonly stop: (schedules: number) => boolean;
  readonly onImprove?: (candidate: Candidate) => void;
  /** Asked now and then for a plan that another search found; answers its order when it is new. */
  readonly visitor?: (best: Candidate) => Int32Array | undefined;
}

export interface SearchEnd {
  readonly best: Candidate;
  readonly schedules: number;
}

/** Tasks scheduled in a millisecond on one 2.4 GHz core, roughly: only the number of plans kept depends on it. */
const TASKS_PER_MS = 13_000;
const FEWEST_KEPT = 12;
const MOST_KEPT = 500;
/**
 * Tasks scheduled between two questions to the outside. Islands that visit each other often become one: on hard J120, four
 * islands for 2.5 s were 2.56 % above the best known with a visit every 3,000 schedules, 2.36 % with one every 60,000, and
 * 2.66 % without any.
 */
const TASKS_BETWEEN_VISITS = 7_000_000;
const TASKS_BETWEEN_STOPS = 20_000;

/** Looks for good plans until told to stop; the first comes at once, from one rule. */
export function searchPlan(compiled: CompiledProblem, options: SearchOptions): SearchEnd {
  const { seed, forMs, objective, lowerBound, stop, onImprove, visitor } = options;
  const evolution = new Evolution(compiled, schedulerFor(compiled), {
    seed,
    population: keptPlans(compiled.size, forMs),
    value: valuationOf(compiled, objective),
  });
  const stepsBetweenStops = Math.max(1, Math.floor(TASKS_BETWEEN_STOPS / (3 * compiled.size + 1)));
  let told = Infinity;
  const schedulesBetweenVisits = TASKS_BETWEEN_VISITS / (compiled.size + 1);
  let nextVisit = schedulesBetweenVisits;
  for (;;) {
    if (evolution.best.value < told) {
      told = evolution.best.value;
      onImprove?.(evolution.best);
    }
    if (told <= lowerBound || evolution.isExhausted || stop(evolution.schedules))
      return { best: evolution.best, schedules: evolution.schedules };
    for (let step = 0; step < stepsBetweenStops; step += 1) evolution.step();
    if (!visitor || evolution.schedules < nextVisit) continue;
    nextVisit = evolution.schedules + schedulesBetweenVisits;
    const order = visitor(evolution.best);
    if (order) evolution.adopt(order);
  }
}

/** Half the square root of the schedules that there is time for: measured on J120 between 1 and 10 seconds. */
function keptPlans(size: number, forMs: number): number {
  const schedules = (forMs * TASKS_PER_MS) / (size + 1);
  return Math.round(Math.min(MOST_KEPT, Math.max(FEWEST_KEPT, Math.sqrt(schedules) / 2)));
}
