import {
  addRatios,
  compareRatios,
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  ratioToDecimal,
  subtractRatios,
} from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { available, notAvailable, sixDecimals } from '../earned-value/figure.js';
import type { Figure } from '../earned-value/figure.js';
import type { ScoringModel } from './scoring-model.js';

/** What one person gave a candidate on one criterion, and on what evidence. */
export interface Rating {
  readonly candidateId: string;
  readonly criterionId: string;
  readonly rater: string;
  readonly score: string;
  readonly evidence?: string | undefined;
}

export interface CandidateScore {
  readonly candidateId: string;
  /** Weighted score, six decimals; not available while it is incomplete and the model says so. */
  readonly score: Figure<string>;
  /** The same, exact. */
  readonly exact: Figure<Ratio>;
  /** Share of the weights that somebody rated, from 0 to 1. */
  readonly completeness: string;
  readonly missing: readonly string[];
  /** Rank from 1; ties have the same rank, and the next rank is left out for each. Absent without a score. */
  readonly rank?: number;
  /** By criterion: mean of the raters, and how far they lie apart. */
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly mean: string;
    readonly spread: string;
  }[];
}

interface Rated {
  readonly criterionId: string;
  readonly mean: Ratio;
  readonly spread: Ratio;
}

/**
 * Scores candidates by a model, the best first: Σ weight × score, where the score of a criterion is the mean of its raters
 * (each counts once, with the last rating).
 */
export function scoreCandidates(
  model: ScoringModel,
  candidateIds: readonly string[],
  ratings: readonly Rating[],
): readonly CandidateScore[] {
  const scored = candidateIds.map((candidateId) => scoreOf(model, candidateId, ratings));
  const sorted = [...scored].sort((a, b) => compareFigures(b.exact, a.exact));
  return sorted.map((one) => {
    const { exact } = one;
    if (exact.state !== 'available') return one;
    const better = sorted.filter((other) => compareFigures(other.exact, exact) > 0).length;
    return { ...one, rank: better + 1 };
  });
}

function scoreOf(model: ScoringModel, candidateId: string, ratings: readonly Rating[]): CandidateScore {
  const rated = model.criteria.flatMap(({ criterionId }) => {
    const own = ratings.filter((one) => one.candidateId === candidateId && one.criterionId === criterionId);
    return own.length === 0 ? [] : [ratedOf(criterionId, own)];
  });
  const missing = model.criteria
    .map(({ criterionId }) => criterionId)
    .filter((id) => !rated.some(({ criterionId }) => criterionId === id));
  const exact = weighted(model, rated, missing);
  return {
    candidateId,
    exact,
    score: sixDecimals(exact),
    completeness: ratioToDecimal(weightOf(model, rated), 6),
    missing,
    criteria: rated.map(({ criterionId, mean, spread }) => ({
      criterionId,
      mean: ratioToDecimal(mean, 6),
      spread: ratioToDecimal(spread, 6),
    })),
  };
}

function weighted(model: ScoringModel, rated: readonly Rated[], missing: readonly string[]): Figure<Ratio> {
  const weights = weightsOf(model);
  const sum = rated.reduce(
    (all, { criterionId, mean }) => addRatios(all, multiplyRatios(weights.get(criterionId) as Ratio, mean)),
    ratio(0n),
  );
  if (missing.length === 0) return available(sum);
  if (model.missing === 'incomplete') return notAvailable('score-missing');
  if (model.missing === 'rescale') {
    const share = weightOf(model, rated);
    return share.numerator > 0n ? available(divideRatios(sum, share)) : notAvailable('score-missing');
  }
  const lowest = ratioFromDecimal(model.lowest);
  return available(
    missing.reduce((all, id) => addRatios(all, multiplyRatios(weights.get(id) as Ratio, lowest)), sum),
  );
}

/** The last rating of each rater counts. */
function ratedOf(criterionId: string, own: readonly Rating[]): Rated {
  const last = new Map(own.map(({ rater, score }) => [rater, ratioFromDecimal(score)]));
  const scores = [...last.values()].sort(compareRatios);
  const sum = scores.reduce(addRatios, ratio(0n));
  return {
    criterionId,
    mean: divideRatios(sum, ratio(BigInt(scores.length))),
    spread: subtractRatios(scores.at(-1) as Ratio, scores[0] as Ratio),
  };
}

function weightOf(model: ScoringModel, rated: readonly Rated[]): Ratio {
  const weights = weightsOf(model);
  return rated.reduce((all, { criterionId }) => addRatios(all, weights.get(criterionId) as Ratio), ratio(0n));
}

function weightsOf({ criteria }: ScoringModel): ReadonlyMap<string, Ratio> {
  return new Map(criteria.map(({ criterionId, weight }) => [criterionId, ratioFromDecimal(weight)]));
}

/** What has no score comes last. */
function compareFigures(a: Figure<Ratio>, b: Figure<Ratio>): number {
  if (a.state !== 'available') return b.state === 'available' ? -1 : 0;
  return b.state === 'available' ? compareRatios(a.value, b.value) : 1;
}
