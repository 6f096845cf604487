import type { CompiledNetwork } from '../compiled-network.js';
import type { ScheduleOptions } from '../schedule-options.js';
import type { Spread } from './spread.js';

/** What an activity costs: a sum of its own, and so much for each minute that it takes; minor units of one currency. */
export interface ActivityCost {
  readonly fixedMinor?: number | Spread;
  readonly perMinuteMinor?: number;
}

/**
 * Durations that turn out long or short together: every two of the activities have this rank correlation (Spearman), -1 to
 * 1. Made by a Gaussian copula.
 */
export interface Correlation {
  readonly activityIds: readonly string[];
  readonly coefficient: number;
}

/**
 * A risk of the register: it happens or it does not, and when it does it prolongs activities and costs money. An opportunity
 * shortens them by so much, at most to nothing, and saves that money.
 */
export interface RiskEvent {
  readonly id: string;
  /** 0 to 1. */
  readonly probability: number;
  readonly effects: readonly { readonly activityId: string; readonly delayMinutes: number | Spread }[];
  readonly costMinor?: number | Spread;
  readonly isOpportunity?: boolean;
}

/** A plan and what is uncertain about it. */
export interface RiskInput {
  readonly network: CompiledNetwork;
  /** Scheduled from its start; progress counts: what is done is certain. */
  readonly options: ScheduleOptions;
  /** Whole durations by activity id; of a running activity the share that remains is drawn. Others stay as planned. */
  readonly durations: ReadonlyMap<string, Spread>;
  /** By activity id; a running activity costs for the minutes done as well. Of completed ones only the fixed sum counts. */
  readonly costs?: ReadonlyMap<string, ActivityCost>;
  readonly correlations?: readonly Correlation[];
  readonly events?: readonly RiskEvent[];
  /** A whole number; the same one gives the same answer, bit by bit. */
  readonly seed: number;
}
