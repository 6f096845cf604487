import type { ComputeScenario, ScenarioValuation } from '@meridian/contracts-budgeting';
import { ratioFromDecimal, ratioToWhole, multiplyRatios, ratio } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { scoreCandidates } from '../domain/portfolio/candidate-score.js';
import { valueOf } from '../domain/earned-value/figure.js';
import type { Database } from './database.js';
import { publishedScoringModel, scoringModelOf } from './scoring-models.js';
import { knownScoringRound, lastRatings, ratingsOf } from './scoring-rounds.js';

/** Scores are worth millionths, so that what the model tells apart the selection tells apart. */
const MILLION = ratio(1_000_000n);

/**
 * The scores of a scenario's candidates as they are now.
 *
 * @throws Refusal `budgeting/unknown-round`, `budgeting/candidate-not-scored`
 */
export async function valuationOf(
  database: Database,
  roundId: string,
  wish: Pick<ComputeScenario, 'candidates'>,
  now: Date,
): Promise<ScenarioValuation> {
  const round = await knownScoringRound(database, roundId);
  const model = scoringModelOf(await publishedScoringModel(database, round.modelId, round.modelVersion));
  const ids = wish.candidates.map(({ candidateId }) => candidateId);
  const scored = scoreCandidates(model, ids, ratingsOf(await lastRatings(database, roundId)));
  const without = scored.filter(({ score }) => valueOf(score) === undefined);
  if (without.length > 0) {
    throw new Refusal(
      'budgeting/candidate-not-scored',
      `The round "${round.name}" has no score for ${without.map(({ candidateId }) => candidateId).join(', ')}; have them scored, or take them out of the scenario.`,
      { kind: 'unprocessable' },
    );
  }
  return {
    roundId,
    roundVersion: round.version,
    roundName: round.name,
    modelId: model.modelId,
    modelVersion: model.version,
    modelName: model.name,
    takenAt: now.toISOString(),
    scores: scored.map(({ candidateId, score, completeness }) => ({
      candidateId,
      score: valueOf(score) ?? '',
      completeness,
    })),
  };
}

/** The same question with every start worth the score of its candidate. */
export function valuedBy(wish: ComputeScenario, { scores }: ScenarioValuation): ComputeScenario {
  const worth = new Map(
    scores.map(({ candidateId, score }) => [
      candidateId,
      String(ratioToWhole(multiplyRatios(ratioFromDecimal(score), MILLION))),
    ]),
  );
  return {
    ...wish,
    candidates: wish.candidates.map((candidate) => ({
      ...candidate,
      starts: candidate.starts.map(({ start, value }) => ({
        start,
        value: worth.get(candidate.candidateId) ?? value,
      })),
    })),
  };
}
