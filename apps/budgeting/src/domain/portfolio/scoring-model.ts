import { addRatios, compareRatios, ratio, ratioFromDecimal } from '@meridian/money';
import { Refusal } from '@meridian/refusal';

export interface Criterion {
  readonly criterionId: string;
  readonly name: string;
  /** Share of the whole, a decimal: all weights sum to 1. */
  readonly weight: string;
  /** What a score means: at least the lowest and the highest of the scale. */
  readonly rubric: readonly { readonly score: string; readonly meaning: string }[];
}

/**
 * What becomes of a candidate that is not rated on every criterion. A missing score is never a zero: the candidate is not
 * ranked (`incomplete`), is scored over the weights that are rated (`rescale`), or as if it had the lowest of the scale
 * (`lowest`). In each case the share that is rated is shown.
 */
export type MissingScore = 'incomplete' | 'rescale' | 'lowest';

/** A way to score candidates, all on one scale. A changed model is a new version; scores name the version they are of. */
export interface ScoringModel {
  readonly modelId: string;
  readonly version: number;
  readonly name: string;
  readonly lowest: string;
  readonly highest: string;
  readonly missing: MissingScore;
  readonly criteria: readonly Criterion[];
}

/** @throws Refusal `budgeting/scoring-weights`, `budgeting/scoring-criteria`, `budgeting/score-out-of-range` */
export function requireScoringModel(model: ScoringModel): ScoringModel {
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
  for (const { rubric } of criteria) for (const { score } of rubric) requireOnScale(model, score);
  return model;
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
