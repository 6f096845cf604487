import {
  addRatios,
  compareRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  subtractRatios,
} from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { Refusal } from '@meridian/refusal';

export interface Criterion {
  readonly criterionId: string;
  readonly name: string;
  /** Share of the whole, a decimal: all weights sum to 1. */
  readonly weight: string;
  /** `lower`: less is better, and a score counts as if the scale were turned over. */
  readonly direction?: 'higher' | 'lower';
  /** What a score means: at least the lowest and the highest of the scale. */
  readonly rubric: readonly { readonly score: string; readonly meaning: string }[];
}

/**
 * What becomes of a candidate that is not rated on every criterion. A missing score is never a zero: the candidate is not
 * ranked (`incomplete`), is scored over the weights that are rated (`rescale`), or as if it had the worst (`worst`) or the
 * middle of the scale (`neutral`). In each case the share that is rated is shown.
 */
export type MissingScore = 'incomplete' | 'rescale' | 'worst' | 'neutral';

/** A way to score candidates, all on one scale. A changed model is a new version; scores name the version they are of. */
export interface ScoringModel {
  readonly modelId: string;
  readonly version: number;
  readonly name: string;
  readonly lowest: string;
  readonly highest: string;
  readonly missing: MissingScore;
  /** Raters who lie this far apart disagree; half of the scale when left out. */
  readonly disagreement?: string;
  readonly criteria: readonly Criterion[];
}

/**
 * @throws Refusal `budgeting/scoring-weights`, `budgeting/scoring-criteria`, `budgeting/scoring-rubric`,
 *   `budgeting/score-out-of-range`
 */
export function requireScoringModel<M extends ScaledCriteria>(model: M): M {
  const { criteria } = model;
  const ids = criteria.map(({ criterionId }) => criterionId);
  if (ids.length === 0 || new Set(ids).size < ids.length || Number(model.lowest) >= Number(model.highest)) {
    throw new Refusal(
      'budgeting/scoring-criteria',
      'A scoring model needs criteria with ids of their own, and a scale from a lower to a higher score.',
      { kind: 'unprocessable' },
    );
  }
  const weights = criteria.map(({ weight }) => ratioFromDecimal(weight));
  const total = weights.reduce(addRatios, ratio(0n));
  const isBelowZero = weights.some((weight) => compareRatios(weight, ratio(0n)) < 0);
  if (isBelowZero || compareRatios(total, ratio(1n)) !== 0) {
    throw new Refusal(
      'budgeting/scoring-weights',
      `The weights are ${criteria.map(({ weight }) => weight).join(' + ')}; none is below zero and they sum to 1.`,
      { kind: 'unprocessable' },
    );
  }
  for (const criterion of criteria) requireRubric(model, criterion);
  return model;
}

/** The score in the direction of the model: the scale turned over where less is better. */
export function directedScore(
  { lowest, highest }: Scale,
  { direction }: Pick<Criterion, 'direction'>,
  score: Ratio,
): Ratio {
  if (direction !== 'lower') return score;
  return subtractRatios(addRatios(ratioFromDecimal(lowest), ratioFromDecimal(highest)), score);
}

/** From which distance between raters on they are said to disagree. */
export function disagreementOf({ lowest, highest, disagreement }: Scale): Ratio {
  if (disagreement !== undefined) return ratioFromDecimal(disagreement);
  return multiplyRatios(subtractRatios(ratioFromDecimal(highest), ratioFromDecimal(lowest)), ratio(1n, 2n));
}

type Scale = Pick<ScoringModel, 'lowest' | 'highest' | 'disagreement'>;
type ScaledCriteria = Pick<ScoringModel, 'lowest' | 'highest' | 'criteria'>;

function requireRubric(model: ScaledCriteria, { name, rubric }: Criterion): void {
  for (const { score } of rubric) requireOnScale(model, score);
  const told = rubric.map(({ score }) => ratioFromDecimal(score));
  const isTold = (score: string): boolean =>
    told.some((one) => compareRatios(one, ratioFromDecimal(score)) === 0);
  const isTwice = told.some((one, place) =>
    told.some((other, at) => at > place && compareRatios(one, other) === 0),
  );
  if (!isTwice && isTold(model.lowest) && isTold(model.highest)) return;
  throw new Refusal(
    'budgeting/scoring-rubric',
    `The rubric of "${name}" tells ${rubric.map(({ score }) => score).join(', ')}; it must tell what ${model.lowest} and ${model.highest} mean, and no score twice.`,
    { kind: 'unprocessable' },
  );
}

/** @throws Refusal `budgeting/score-out-of-range` */
export function requireOnScale(
  { lowest, highest }: Pick<ScoringModel, 'lowest' | 'highest'>,
  score: string,
): void {
  const value = ratioFromDecimal(score);
  const isOnScale =
    compareRatios(value, ratioFromDecimal(lowest)) >= 0 &&
    compareRatios(value, ratioFromDecimal(highest)) <= 0;
  if (isOnScale) return;
  throw new Refusal(
    'budgeting/score-out-of-range',
    `The score is ${score}; it must be between ${lowest} and ${highest}.`,
    { kind: 'unprocessable' },
  );
}
