import type { ModelRow } from '../domain/portfolio/selection-model.js';

/** A 0-1 program to maximise, as it goes to the solver's thread. */
export interface SolverTask {
  readonly objective: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly ModelRow[];
  readonly timeLimitMs: number;
  /** It may stop when the best found is proven to be within this share of the bound. */
  readonly relativeGap: number;
  /** A solution to begin with. */
  readonly start?: Float64Array | undefined;
  /** Fractions allowed: the linear relaxation, for the prices of its rows. */
  readonly isRelaxed?: boolean;
}

export interface SolverAnswer {
  readonly status: 'solved' | 'out-of-time' | 'infeasible';
  readonly solution?: Float64Array;
  readonly objective?: number;
  /** No solution is better than this. */
  readonly bound?: number;
  readonly rowDual?: Float64Array;
}
