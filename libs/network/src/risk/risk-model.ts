import type { CalendarTable } from '@meridian/calendar';
import type { CompiledNetwork, Edges } from '../compiled-network.js';
import type { ForwardOptions } from '../forward-pass.js';
import type { ProgressState } from '../progress-state.js';
import type { Sampler } from './sampler.js';
import type { Stream } from './threefry.js';

/** Runs that are computed side by side, and summed up before anything else: the same for any number of threads. */
export const BLOCK_RUNS = 128;

/** A drawn figure: certain when there is no sampler. */
export interface DrawnFigure {
  readonly stream: Stream;
  readonly certain: number;
  readonly sampler: Sampler | null;
}

export interface DrawnDuration {
  readonly position: number;
  readonly stream: Stream;
  readonly sampler: Sampler;
  /** Share of the drawn duration that is still to come. */
  readonly share: number;
  /** Rows of shared normal numbers and their weights; none when the duration is drawn on its own. */
  readonly rows: Int32Array;
  readonly weights: Float64Array;
}

export interface DrawnEvent {
  readonly stream: Stream;
  readonly probability: number;
  readonly effects: readonly { readonly position: number; readonly delay: DrawnFigure }[];
  readonly cost: DrawnFigure;
  /** It shortens and saves in the place of prolonging and costing. */
  readonly isOpportunity: boolean;
}

export interface DrawnCost {
  readonly position: number;
  readonly fixed: DrawnFigure;
  readonly perMinute: number;
  /** Minutes that are over already. */
  readonly done: number;
}

/** A network in which time runs evenly: one calendar, or none. Dates are work coordinates of that calendar. */
export interface LinePlan {
  readonly kind: 'line';
  readonly count: number;
  readonly incoming: Edges;
  readonly outgoing: Edges;
  readonly state: Uint8Array;
  /** Given starts and finishes. */
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** The least place by project start, status date and constraints. */
  readonly least: Int32Array;
}

/** Any other network: scheduled run by run with all that calendars, summaries and constraints ask for. */
export interface CalendarPlan {
  readonly kind: 'calendars';
  readonly network: Omit<CompiledNetwork, 'calendars' | 'activities' | 'links' | 'findings' | 'indexOf'>;
  readonly calendars: readonly CalendarTable[];
  readonly progress: ProgressState;
  readonly options: ForwardOptions;
}

/** A plan and its uncertainty as plain data: made once, sent to threads, computed block by block. */
export interface RiskModel {
  readonly seed: number;
  readonly plan: LinePlan | CalendarPlan;
  /** Remaining minutes by position when nothing is uncertain. */
  readonly planned: Int32Array;
  readonly plannedFinish: number;
  readonly isOverride: boolean;
  readonly criticalFloat: number;
  /** Rows of standard normal numbers that correlated durations share. */
  readonly normals: readonly Stream[];
  readonly durations: readonly DrawnDuration[];
  readonly events: readonly DrawnEvent[];
  readonly costs: readonly DrawnCost[];
  /** Cost of all that is certain. */
  readonly certainCost: number;
  /** Positions whose duration may differ from plan. */
  readonly varied: Int32Array;
}

/** What a block of runs came to. Finishes are places of the plan (see LinePlan) or moments; sums are differences to plan. */
export interface BlockAnswer {
  readonly finish: Int32Array;
  readonly cost: Float64Array;
  /** By position: in how many runs critical. */
  readonly criticalRuns: Int32Array;
  /** By index in `varied`: sums of d, d squared and d times f; d: minutes longer than planned, f: finish later than planned. */
  readonly sumD: Float64Array;
  readonly sumDD: Float64Array;
  readonly sumDF: Float64Array;
  /** By index of an event: in how many runs it happened, and the sum of f over them. */
  readonly eventRuns: Int32Array;
  readonly eventSumF: Float64Array;
}
