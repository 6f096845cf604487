import type { ModelRow } from '../selection-model.js';

/** A 0-1 program to maximise. */
export interface SolverProgram {
  readonly objective: Float64Array;
  /** What each variable is at least; 0 when left out. */
  readonly lower?: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly ModelRow[];
  readonly timeLimitMs: number;
  /** It may stop when the best found is proven to be within this share of the bound. */
  readonly relativeGap: number;
  /** It may stop at a solution worth this. */
  readonly target?: number | undefined;
  /** A solution to begin with. */
  readonly start?: Float64Array | undefined;
  /** The start is thought to be the best there is: time goes into the proof, not into looking for a better one. */
  readonly isProof?: boolean;
  /** Fractions allowed: the linear relaxation, for the prices of its rows. */
  readonly isRelaxed?: boolean;
  /** Told each better solution while the search goes on. */
  readonly onImprove?: (solution: Float64Array) => void;
}

export interface SolverAnswer {
  readonly status: 'solved' | 'out-of-time' | 'infeasible';
  readonly solution?: Float64Array;
  readonly objective?: number;
  /** No solution is better than this. */
  readonly bound?: number;
  /** What a unit of each row is worth; of the relaxation only. */
  readonly rowDual?: Float64Array;
  /** What doing more of each variable would add; of the relaxation only. */
  readonly reducedCost?: Float64Array;
}
