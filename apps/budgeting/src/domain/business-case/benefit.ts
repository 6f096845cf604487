import {
  compareRatios,
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  ratioToDecimal,
  subtractRatios,
} from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { available, notAvailable } from '../earned-value/figure.js';
import type { Figure } from '../earned-value/figure.js';

export interface BenefitTarget {
  readonly baseline: string;
  readonly target: string;
  /** `YYYY-MM-DD` */
  readonly targetOn: string;
}

export type BenefitState = 'not-measured' | 'on-the-way' | 'reached' | 'overdue';

/** Share of the way from baseline to target that was gone, in per cent with two decimals; a target below the baseline works alike. */
export function attainmentPercent(
  { baseline, target }: BenefitTarget,
  latest: string | undefined,
): Figure<string> {
  const way = subtractRatios(ratioFromDecimal(target), ratioFromDecimal(baseline));
  if (latest === undefined) return notAvailable('not-measured');
  if (way.numerator === 0n) return notAvailable('no-way-to-target');
  const gone = subtractRatios(ratioFromDecimal(latest), ratioFromDecimal(baseline));
  return available(ratioToDecimal(multiplyRatios(divideRatios(gone, way), ratio(100n)), 2));
}

/** @param on the day of the question, `YYYY-MM-DD` */
export function benefitState(wanted: BenefitTarget, latest: string | undefined, on: string): BenefitState {
  const isOver = on > wanted.targetOn;
  if (latest === undefined) return isOver ? 'overdue' : 'not-measured';
  if (isReached(wanted, latest)) return 'reached';
  return isOver ? 'overdue' : 'on-the-way';
}

/** At the target or beyond it, seen from the baseline; where both are the same, the value has to be kept exactly. */
function isReached({ baseline, target }: BenefitTarget, latest: string): boolean {
  const [from, to, now] = [baseline, target, latest].map(ratioFromDecimal) as [Ratio, Ratio, Ratio];
  const direction = compareRatios(to, from);
  const beyond = compareRatios(now, to);
  return direction === 0 ? beyond === 0 : direction > 0 ? beyond >= 0 : beyond <= 0;
}
