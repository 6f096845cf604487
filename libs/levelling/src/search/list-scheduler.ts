import type { CompiledProblem } from '../compiled-problem.js';

/**
 * Turns an order of the tasks into a schedule. One instance belongs to one search: it keeps its profile and its last
 * schedule in place, so that a schedule costs no memory.
 */
export interface ListScheduler {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** Tasks one by one in this order, each as early as links, releases and capacity allow. Answers the last finish. */
  forward(order: Int32Array): number;
  /** The mirror image: each as late as possible so that all ends by `end`. Answers the first start. */
  backward(order: Int32Array, end: number): number;
}

/** When the last fixed or running task ends; no plan ends before. */
export function fixedEnd({ fixedStart, duration }: CompiledProblem): number {
  let last = 0;
  fixedStart.forEach((start, task) => {
    if (start >= 0) last = Math.max(last, start + (duration[task] as number));
  });
  return last;
}
