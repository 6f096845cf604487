import type { LevellingProblem, Objective } from '@meridian/levelling';
import type { Clock } from './thread-clock.js';

/** What an island is asked: search until the time is up or the incumbent's memory says stop. */
export interface IslandJob {
  readonly problem: LevellingProblem;
  readonly objective: Objective;
  readonly seed: number;
  readonly forMs: number;
  readonly clock: Clock;
  readonly memory: SharedArrayBuffer;
  /** One island looks for a lower bound first, for so long. */
  readonly boundForMs: number;
}

export interface FoundPlan {
  readonly value: number;
  readonly start: Int32Array;
  readonly finish: Int32Array;
}

export type IslandMessage =
  | { readonly kind: 'bound'; readonly lowerBound: number; readonly atMs: number }
  | { readonly kind: 'plan'; readonly plan: FoundPlan; readonly atMs: number }
  | { readonly kind: 'end'; readonly schedules: number; readonly workedMs: number };
