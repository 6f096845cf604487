import { ratio } from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { available, notAvailable } from './figure.js';
import type { Figure } from './figure.js';

/** Sums in minor units of one currency, or all four in hours: never a mixture. */
export interface EarnedValueTotals {
  /** Budget at completion. */
  readonly bacMinor: bigint;
  /** Planned value: budget of the work planned to be done by the status date. */
  readonly pvMinor: bigint;
  /** Earned value: budget of the work done by the status date. */
  readonly evMinor: bigint;
  /** Actual cost of that work, with accruals. */
  readonly acMinor: bigint;
}

/** CPI and SPI as exact fractions. */
export function performanceIndices({ pvMinor, evMinor, acMinor }: EarnedValueTotals): {
  readonly cpi: Figure<Ratio>;
  readonly spi: Figure<Ratio>;
} {
  return {
    cpi: acMinor > 0n ? available(ratio(evMinor, acMinor)) : notAvailable('no-actual-cost'),
    spi: pvMinor > 0n ? available(ratio(evMinor, pvMinor)) : notAvailable('no-planned-value'),
  };
}

/**
 * TCPI: the cost performance the remaining work must reach to end at `goal`: (BAC − EV) / (goal − AC). With work left
 * and no money left it is not achievable; with neither left there is nothing to reach.
 */
export function toCompleteIndex(
  { bacMinor, evMinor, acMinor }: EarnedValueTotals,
  goal: Ratio,
): Figure<Ratio> {
  const workLeft = bacMinor - evMinor;
  const moneyLeft = goal.numerator - acMinor * goal.denominator;
  if (moneyLeft > 0n) return available(ratio(workLeft * goal.denominator, moneyLeft));
  return notAvailable(workLeft > 0n ? 'not-achievable' : 'work-complete');
}
