import type { LevellingProblem, Objective } from '@meridian/levelling';
import type { LevellingInput } from '../domain/levelling/levelling-input.js';
import type { LevellingResult } from '../domain/levelling/levelling-result.js';
import type { LevelledAnswer, SolveOptions } from './levelled-answer.js';

/** To the solver's process: how many threads (once), then problems or whole levellings, one after the other. */
export type SolverQuestion =
  | { readonly kind: 'start'; readonly threads?: number }
  | {
      readonly kind: 'solve';
      readonly problem: LevellingProblem;
      readonly options: Omit<SolveOptions, 'onImprove' | 'signal'>;
    }
  | {
      readonly kind: 'level';
      readonly input: LevellingInput;
      readonly objective: Objective;
      readonly forMs: number;
    };

export type SolverReply =
  | { readonly kind: 'started' }
  | {
      readonly kind: 'solved';
      readonly answer: LevelledAnswer;
      readonly tookMs: number;
      readonly residentMb: number;
    }
  | { readonly kind: 'improved'; readonly progress: SolverProgress }
  | { readonly kind: 'levelled'; readonly end: LevellingEnd }
  /** A refusal is the fault of what was asked, anything else of the solver. */
  | { readonly kind: 'failed'; readonly isRefusal: boolean; readonly sentence: string };

export interface SolverProgress {
  readonly elapsedMs: number;
  readonly makespanDays: number;
  readonly lowerBoundDays: number;
  readonly gap: number;
  readonly isOptimal: boolean;
}

export interface LevellingEnd {
  readonly result: LevellingResult;
  readonly assumptions: readonly string[];
  readonly lowerBoundDays: number;
  readonly finishBound: string;
  readonly isOptimal: boolean;
}
