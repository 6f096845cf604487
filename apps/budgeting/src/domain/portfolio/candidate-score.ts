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
import { directedScore, disagreementOf } from './scoring-model.js';
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
    readonly raters: number;
    /** The raters lie as far apart as the model calls a disagreement. */
    readonly isDisputed: boolean;
  }[];
  /** On every criterion, in the direction of the model and with what counts for a missing one; absent when that is nothing. */
  readonly full?: ReadonlyMap<string, Ratio>;
}

interface Rated {
  readonly criterionId: string;
  readonly mean: Ratio;
  readonly spread: Ratio;
  readonly raters: number;
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
  const counting = countingScores(model, rated);
  const exact = weighted(model, counting);
  return {
    candidateId,
    exact,
    score: sixDecimals(exact),
    completeness: ratioToDecimal(weightOf(model, rated), 6),
    missing,
    criteria: rated.map((one) => onScreen(model, one)),
    ...(counting.size === model.criteria.length && { full: counting }),
  };
}

/** What counts on each criterion; nothing for a missing score that the model leaves open. */
function countingScores(model: ScoringModel, rated: readonly Rated[]): ReadonlyMap<string, Ratio> {
  const means = new Map(rated.map(({ criterionId, mean }) => [criterionId, mean]));
  const [lowest, highest] = [ratioFromDecimal(model.lowest), ratioFromDecimal(model.highest)];
  const filled =
    model.missing === 'worst'
      ? lowest
      : model.missing === 'neutral'
        ? multiplyRatios(addRatios(lowest, highest), ratio(1n, 2n))
        : undefined;
  return new Map(
    model.criteria.flatMap((criterion): [string, Ratio][] => {
      const mean = means.get(criterion.criterionId);
      const score = mean ? directedScore(model, criterion, mean) : filled;
      return score ? [[criterion.criterionId, score]] : [];
    }),
  );
}

function weighted(model: ScoringModel, counting: ReadonlyMap<string, Ratio>): Figure<Ratio> {
  const weights = weightsOf(model);
  let [sum, share] = [ratio(0n), ratio(0n)];
  for (const [criterionId, score] of counting) {
    const weight = weights.get(criterionId) as Ratio;
    sum = addRatios(sum, multiplyRatios(weight, score));
    share = addRatios(share, weight);
  }
  if (counting.size === model.criteria.length) return available(sum);
  if (model.missing === 'rescale' && share.numerator > 0n) return available(divideRatios(sum, share));
  return notAvailable('score-missing');
}

function onScreen(
  model: ScoringModel,
  { criterionId, mean, spread, raters }: Rated,
): CandidateScore['criteria'][number] {
  return {
    criterionId,
    mean: ratioToDecimal(mean, 6),
    spread: ratioToDecimal(spread, 6),
    raters,
    isDisputed: raters > 1 && compareRatios(spread, disagreementOf(model)) >= 0,
  };
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
    raters: scores.length,
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
