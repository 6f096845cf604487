import type { Selection, SelectionProblem } from '../selection-problem.js';

/** What the thread that selects is told. */
export interface SelectionTask {
  readonly problem: SelectionProblem;
  readonly timeLimitMs: number;
  /** It may stop when the best found is proven to be within this share of the bound; 0 asks for the optimum. */
  readonly relativeGap: number;
  readonly seed: number;
  /** Selections that were found before and are not wanted again. */
  readonly otherThan: readonly Selection[];
}

/** What it says, several times: the last one counts. */
export interface SelectionNews {
  readonly isLast: boolean;
  readonly status: 'solved' | 'out-of-time' | 'infeasible';
  readonly selection?: Selection;
  /** No selection is worth more, in the units of the values. */
  readonly bound?: number;
  readonly prices?: readonly LimitPrice[];
}

/** What one more unit of a limit is worth while fractions are allowed; what it is worth in whole projects may be more or less. */
export interface LimitPrice {
  /** `budget`, or the name of a role. */
  readonly resource: string;
  readonly isBudget: boolean;
  readonly period: number;
  readonly perUnit: number;
}
