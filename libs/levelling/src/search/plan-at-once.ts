import type { CompiledProblem } from '../compiled-problem.js';
import { Evolution } from './evolution.js';
import type { Candidate } from './evolution.js';
import { lastFinish } from './objective-value.js';
import { schedulerFor } from './scheduler-for.js';

/**
 * One plan and no search: tasks by the latest finish of the critical path, scheduled, justified to the right and to the
 * left. What a plan of a hundred thousand tasks can have in the time of a click.
 */
export function planAtOnce(compiled: CompiledProblem): Candidate {
  return new Evolution(compiled, schedulerFor(compiled), { seed: 1, population: 1, value: lastFinish }).best;
}
