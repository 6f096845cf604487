import type { LevelledSchedule, Objective } from '@meridian/levelling';
import type { Clock } from './thread-clock.js';

export interface SolveOptions {
  /** Earliest finish unless told. */
  readonly objective?: Objective;
  /** How long to look for plans. */
  readonly deadlineMs: number;
  /** How long to look for a proof; as long as for plans unless told, 0 for none. */
  readonly proofDeadlineMs?: number;
  readonly seed: number;
  /** Told of every better plan, each checked. */
  readonly onImprove?: (answer: LevelledAnswer) => void;
  /** Ends the work; the best plan so far is the answer. */
  readonly signal?: AbortSignal;
  /** What the deadlines count; the wall's time unless told. */
  readonly clock?: Clock;
}

export interface LevelledAnswer {
  readonly schedule: LevelledSchedule;
  readonly makespan: number;
  /** No plan of this problem ends before. */
  readonly lowerBound: number;
  /** How far the plan may be from the best one: 0 to 1, of the makespan. */
  readonly gap: number;
  /** A proof says that no plan ends earlier. Never said of other objectives. */
  readonly isOptimal: boolean;
  readonly schedules: number;
  /** When plan and bound met, by the clock asked for: search before the proof, and the proof. */
  readonly closedAfterMs?: number;
}
