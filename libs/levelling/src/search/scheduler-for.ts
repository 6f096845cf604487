import { Refusal } from '@meridian/refusal';
import type { CompiledProblem } from '../compiled-problem.js';
import type { ListScheduler } from './list-scheduler.js';
import { PlainScheduler } from './plain-scheduler.js';
import { WideScheduler } from './wide-scheduler.js';

/** A profile of so many slots is kept whole; above this it grows with the plan. */
const LONGEST_PROFILE = 50_000;

/**
 * The fastest scheduler that can do this problem.
 *
 * @throws Refusal `levelling/interrupted-work` where tasks have calendars or ask for named people
 */
export function schedulerFor(problem: CompiledProblem): ListScheduler {
  if (!problem.isPlain)
    throw new Refusal(
      'levelling/interrupted-work',
      'Tasks with calendars of their own or roles cannot be scheduled; count working slots and give pools for people.',
      { kind: 'unprocessable' },
    );
  if (problem.lanes.words <= 1 && problem.horizon <= LONGEST_PROFILE) return new PlainScheduler(problem);
  return new WideScheduler(problem);
}
