import { compareRatios, multiplyRatios, ratio, ratioFromDecimal, addRatios } from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { Refusal } from '@meridian/refusal';

/** A decimal as text (`'33.3'`) or a number taken by its shortest decimal form. */
export type DecimalValue = string | number;

export interface WeightedMilestone {
  readonly milestoneId: string;
  readonly weight: DecimalValue;
  /** The day it was claimed as reached; absent while it is not. */
  readonly reachedOn?: string;
  readonly isAccepted: boolean;
}

/**
 * How a task earns its budget. `percent-complete`: the reported percentage. `zero-hundred`: all at the finish.
 * `fifty-fifty`: half at the start, half at the finish. `weighted-milestones`: the weights of the milestones reached.
 * `physical`: quantity done of quantity planned. `agile-points`: points accepted of the points of the release as it was
 * planned (AgileEVM, Sulaiman, Barton and Blackburn, Agile 2006). `level-of-effort`: earned as planned, always.
 * `apportioned`: the percentage of another task.
 */
export type EarnedValueMethod =
  | { readonly kind: 'percent-complete'; readonly percentComplete: DecimalValue }
  | { readonly kind: 'zero-hundred' }
  | { readonly kind: 'fifty-fifty' }
  | { readonly kind: 'weighted-milestones'; readonly milestones: readonly WeightedMilestone[] }
  | { readonly kind: 'physical'; readonly quantityDone: DecimalValue; readonly quantityPlanned: DecimalValue }
  | {
      readonly kind: 'agile-points';
      readonly pointsAccepted: DecimalValue;
      readonly pointsPlanned: DecimalValue;
    }
  | { readonly kind: 'level-of-effort' }
  | { readonly kind: 'apportioned'; readonly baseTaskId: string };

/** What the share of one method may depend on; `baseShare` is asked only by `apportioned`. */
export interface EarningSituation {
  readonly statusDate: string;
  readonly actualStart?: string;
  readonly actualFinish?: string;
  readonly plannedShare: Ratio;
  readonly baseShare: (taskId: string) => Ratio;
}

const NONE = ratio(0n);
const HALF = ratio(1n, 2n);
const ALL = ratio(1n);

/**
 * The share of its budget that a task has earned, from 0 to 1, exact.
 *
 * @throws Refusal `budgeting/percent-out-of-range`, `budgeting/quantity-out-of-range`, `budgeting/milestone-weights`
 */
export function earnedShare(method: EarnedValueMethod, situation: EarningSituation): Ratio {
  switch (method.kind) {
    case 'percent-complete':
      return shareOfPercent(method.percentComplete);
    case 'zero-hundred':
      return hasHappened(situation.actualFinish, situation) ? ALL : NONE;
    case 'fifty-fifty':
      if (hasHappened(situation.actualFinish, situation)) return ALL;
      return hasHappened(situation.actualStart, situation) ? HALF : NONE;
    case 'weighted-milestones':
      return shareOfMilestones(method.milestones, situation);
    case 'physical':
      return shareOfQuantity(method.quantityDone, method.quantityPlanned);
    case 'agile-points':
      return shareOfQuantity(method.pointsAccepted, method.pointsPlanned);
    case 'level-of-effort':
      return situation.plannedShare;
    case 'apportioned':
      return situation.baseShare(method.baseTaskId);
  }
}

function hasHappened(on: string | undefined, { statusDate }: EarningSituation): boolean {
  return on !== undefined && on <= statusDate;
}

function shareOfPercent(percent: DecimalValue): Ratio {
  const share = multiplyRatios(ratioFromDecimal(percent), ratio(1n, 100n));
  if (isShare(share)) return share;
  throw new Refusal(
    'budgeting/percent-out-of-range',
    `percentComplete is ${percent}; it must be between 0 and 100.`,
    { kind: 'unprocessable' },
  );
}

function shareOfQuantity(done: DecimalValue, planned: DecimalValue): Ratio {
  const [part, whole] = [ratioFromDecimal(done), ratioFromDecimal(planned)];
  if (part.numerator < 0n || whole.numerator <= 0n) {
    throw new Refusal(
      'budgeting/quantity-out-of-range',
      `Found ${done} done of ${planned} planned; the first must be zero or more, the second above zero.`,
      { kind: 'unprocessable' },
    );
  }
  // More may be built than was planned; no more than the budget can be earned by it.
  const share = ratio(part.numerator * whole.denominator, part.denominator * whole.numerator);
  return isShare(share) ? share : ALL;
}

function shareOfMilestones(milestones: readonly WeightedMilestone[], situation: EarningSituation): Ratio {
  let [total, reached] = [NONE, NONE];
  for (const milestone of milestones) {
    const weight = ratioFromDecimal(milestone.weight);
    if (weight.numerator < 0n)
      throw badWeights(`milestone ${milestone.milestoneId} weighs ${milestone.weight}`);
    total = addRatios(total, weight);
    if (hasHappened(milestone.reachedOn, situation)) reached = addRatios(reached, weight);
  }
  if (total.numerator === 0n) throw badWeights('their weights sum to zero');
  return ratio(reached.numerator * total.denominator, reached.denominator * total.numerator);
}

function badWeights(found: string): Refusal {
  return new Refusal(
    'budgeting/milestone-weights',
    `Milestones earn by weights of zero or more, at least one above zero; ${found}.`,
    { kind: 'unprocessable' },
  );
}

function isShare(value: Ratio): boolean {
  return value.numerator >= 0n && compareRatios(value, ALL) <= 0;
}
