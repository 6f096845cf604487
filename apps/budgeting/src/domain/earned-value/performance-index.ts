import { ratio } from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { available, mapFigure, notAvailable } from './figure.js';
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
  /** Too much of the labour is not in the actual cost, because of whose it is: nothing is said of cost performance. */
  readonly isCostPartial?: boolean;
}

/** CPI and SPI as exact fractions. */
export function performanceIndices(totals: EarnedValueTotals): {
  readonly cpi: Figure<Ratio>;
  readonly spi: Figure<Ratio>;
} {
  const { pvMinor, evMinor, acMinor } = totals;
  const actualCost = acMinor > 0n ? wholeCost(totals) : notAvailable('no-actual-cost');
  return {
    cpi: mapFigure(actualCost, (cost) => ratio(evMinor, cost)),
    spi: pvMinor > 0n ? available(ratio(evMinor, pvMinor)) : notAvailable('no-planned-value'),
  };
}

/** Actual cost, where it is whole enough to say how the money performs. */
export function wholeCost({ acMinor, isCostPartial }: EarnedValueTotals): Figure<bigint> {
  return isCostPartial ? notAvailable('labour-withheld') : available(acMinor);
}

/**
 * TCPI: the cost performance the remaining work must reach to end at `goal`: (BAC − EV) / (goal − AC). With work left
 * and no money left it is not achievable; with neither left there is nothing to reach.
 */
export function toCompleteIndex(totals: EarnedValueTotals, goal: Ratio): Figure<Ratio> {
  const { bacMinor, evMinor, acMinor } = totals;
  if (totals.isCostPartial) return notAvailable('labour-withheld');
  const workLeft = bacMinor - evMinor;
  const moneyLeft = goal.numerator - acMinor * goal.denominator;
  if (moneyLeft > 0n) return available(ratio(workLeft * goal.denominator, moneyLeft));
  return notAvailable(workLeft > 0n ? 'not-achievable' : 'work-complete');
}
