import { compareRatios, ratio } from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { available, notAvailable } from '../earned-value/figure.js';
import type { Figure } from '../earned-value/figure.js';

/** How a project of the house ended, against the baseline it ended with. */
export interface ProjectOutcome {
  readonly portfolio: string;
  readonly plannedDays: number;
  readonly actualDays: number;
  readonly bacMinor: bigint;
  readonly acMinor: bigint;
}

/** Factors on the plan: below `low` lie a tenth of the class, above `high` another. */
export interface ReferenceInterval {
  readonly low: Ratio;
  readonly median: Ratio;
  readonly high: Ratio;
}

export interface ReferenceClass {
  readonly size: number;
  /** The projects of the portfolio, or all of the house when the portfolio has too few. */
  readonly of: 'portfolio' | 'house';
  readonly cost: Figure<ReferenceInterval>;
  readonly duration: Figure<ReferenceInterval>;
}

/** With fewer, a tenth of them is nobody. */
export const LEAST_CLASS = 10;

/**
 * What became of comparable projects, as factors on their plans (reference class forecasting, Flyvbjerg 2006, after Kahneman and
 * Tversky). Too few say nothing: the interval is then not available, and the class says how many there are.
 */
export function referenceClass(outcomes: readonly ProjectOutcome[], portfolio: string): ReferenceClass {
  const near = outcomes.filter((outcome) => outcome.portfolio === portfolio);
  const isPortfolio = near.length >= LEAST_CLASS;
  const members = isPortfolio ? near : outcomes;
  return {
    size: members.length,
    of: isPortfolio ? 'portfolio' : 'house',
    cost: interval(
      members.flatMap(({ acMinor, bacMinor }) =>
        bacMinor > 0n && acMinor > 0n ? [ratio(acMinor, bacMinor)] : [],
      ),
    ),
    duration: interval(
      members.flatMap(({ actualDays, plannedDays }) =>
        plannedDays > 0 && actualDays > 0 ? [ratio(BigInt(actualDays), BigInt(plannedDays))] : [],
      ),
    ),
  };
}

function interval(factors: readonly Ratio[]): Figure<ReferenceInterval> {
  if (factors.length < LEAST_CLASS) return notAvailable('too-few-closed-projects');
  const sorted = [...factors].sort(compareRatios);
  const at = (percent: number): Ratio =>
    sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] as Ratio;
  return available({ low: at(10), median: at(50), high: at(90) });
}
