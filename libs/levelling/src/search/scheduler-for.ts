import type { CompiledProblem } from '../compiled-problem.js';
import type { ListScheduler } from './list-scheduler.js';
import { PlainScheduler } from './plain-scheduler.js';
import { WideScheduler } from './wide-scheduler.js';

/** A profile of so many slots is kept whole; above this it grows with the plan. */
const LONGEST_PROFILE = 50_000;

/** The fastest scheduler that can do this problem. */
export function schedulerFor(problem: CompiledProblem): ListScheduler {
  if (problem.lanes.words <= 1 && problem.horizon <= LONGEST_PROFILE) return new PlainScheduler(problem);
  return new WideScheduler(problem);
}
