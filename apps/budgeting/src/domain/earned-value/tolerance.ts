import { compareRatios, multiplyRatios, ratio, ratioFromDecimal, ratioToDecimal } from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { dayNumber } from '../plan/calendar-day.js';

export type ToleranceDimension = 'cost' | 'time';
export type ToleranceState = 'within' | 'breached';

/** What a stage or project may deviate without asking the level above. A dimension left out has no limit. */
export interface Tolerance {
  /** Percent of the budget the forecast cost may lie above it, as a decimal. */
  readonly costPercent?: string | number;
  /** Percent below it that is still fine; any saving is, when left out. */
  readonly costPercentBelow?: string | number;
  /** Calendar days the forecast finish may lie after the planned one. */
  readonly timeDays?: number;
  /** Calendar days before it that are still fine; any, when left out. */
  readonly timeDaysEarly?: number;
  /**
   * A breach ends only when the deviation is back at this percentage of the limit or below, so that a forecast
   * swaying about the limit does not raise and end an exception each day. 90 when left out, 100 for none.
   */
  readonly restoredAtPercent?: number;
}

export interface CostForecast {
  readonly budgetMinor: bigint;
  /** Estimate at completion; absent while it is not available. */
  readonly forecastMinor?: bigint;
}

export interface TimeForecast {
  readonly plannedFinish: string;
  readonly forecastFinish?: string;
}

export interface ToleranceReading {
  readonly dimension: ToleranceDimension;
  readonly state: ToleranceState;
  /** What the last reading made of it: only a transition is announced. */
  readonly transition?: 'breached' | 'restored';
  /** Above the plan positive: percent of the budget with six decimals, or calendar days. Absent without a forecast. */
  readonly deviation?: string;
  /** The limit that the deviation is measured against, in the same unit; absent where there is none. */
  readonly limit?: string;
}

/**
 * Reads the cost tolerance on the *forecast*: an exception is raised when the estimate at completion leaves the
 * tolerance, although today's actual cost may still lie within (PRINCE2, manage by exception).
 */
export function readCostTolerance(
  tolerance: Tolerance,
  { budgetMinor, forecastMinor }: CostForecast,
  before: ToleranceState,
): ToleranceReading {
  if (forecastMinor === undefined || budgetMinor <= 0n) return { dimension: 'cost', state: before };
  const deviation = ratio((forecastMinor - budgetMinor) * 100n, budgetMinor);
  const limits = { above: tolerance.costPercent, below: tolerance.costPercentBelow };
  return read('cost', deviation, limits, tolerance, before);
}

/** The same for the finish, in calendar days, late positive. @throws Refusal `budgeting/not-a-date` */
export function readTimeTolerance(
  tolerance: Tolerance,
  { plannedFinish, forecastFinish }: TimeForecast,
  before: ToleranceState,
): ToleranceReading {
  if (forecastFinish === undefined) return { dimension: 'time', state: before };
  const deviation = ratio(BigInt(dayNumber(forecastFinish) - dayNumber(plannedFinish)));
  const limits = { above: tolerance.timeDays, below: tolerance.timeDaysEarly };
  return read('time', deviation, limits, tolerance, before);
}

interface Limits {
  readonly above?: string | number;
  readonly below?: string | number;
}

function read(
  dimension: ToleranceDimension,
  deviation: Ratio,
  { above, below }: Limits,
  { restoredAtPercent = 90 }: Tolerance,
  before: ToleranceState,
): ToleranceReading {
  const isBelow = deviation.numerator < 0n;
  const limit = isBelow ? below : above;
  // Hysteresis: what is breached already is measured against the narrower band.
  const band = before === 'breached' ? ratio(BigInt(restoredAtPercent), 100n) : ratio(1n);
  const size = isBelow ? multiplyRatios(deviation, ratio(-1n)) : deviation;
  const isBreached =
    limit !== undefined && compareRatios(size, multiplyRatios(ratioFromDecimal(limit), band)) > 0;
  const state = isBreached ? 'breached' : 'within';
  return {
    dimension,
    state,
    ...(state === before ? {} : { transition: isBreached ? 'breached' : 'restored' }),
    deviation: ratioToDecimal(deviation, dimension === 'cost' ? 6 : 0),
    ...(limit === undefined ? {} : { limit: String(limit) }),
  };
}
