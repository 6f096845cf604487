import type { TimePhased } from './time-phased.js';

/** A frozen copy of what was planned. Number 0 is the baseline, 1 to 10 the additional ones. */
export interface PlanBaseline {
  readonly number: number;
  /** Dates and duration only in baselines of tasks and (without duration) of assignments. */
  readonly start: string | null;
  readonly finish: string | null;
  readonly durationMinutes: number | null;
  readonly workMinutes: number | null;
  readonly costMinor: bigint | null;
  readonly fixedCostMinor: bigint | null;
  readonly timePhased: readonly TimePhased[];
}
