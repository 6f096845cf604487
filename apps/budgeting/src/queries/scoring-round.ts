import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { CandidateRank, ScoringRound, ScoringRoundFigures } from '@meridian/contracts-budgeting';
import { valueOf } from '../domain/earned-value/figure.js';
import { scoreCandidates } from '../domain/portfolio/candidate-score.js';
import type { CandidateScore } from '../domain/portfolio/candidate-score.js';
import { rankingSensitivity } from '../domain/portfolio/ranking-sensitivity.js';
import { requireRater } from '../domain/portfolio/scoring-round.js';
import { Database } from '../persistence/database.js';
import { publishedScoringModel, scoringModelFigures, scoringModelOf } from '../persistence/scoring-models.js';
import {
  candidateRating,
  knownScoringRound,
  lastRatings,
  ratingsOf,
  scoringRoundRecord,
} from '../persistence/scoring-rounds.js';
import type { RatingRow } from '../persistence/scoring-rounds.js';
import { decidesOnPortfolios, withVisibleCandidates } from '../access/may-see-scores.js';
import { personOf } from '../access/person-of.js';

/** A round with its ranking for who decides; with the own scores alone for who scores. */
@Controller()
export class ScoringRoundQuery {
  constructor(private readonly database: Database) {}

  @Answers(ScoringRound)
  async handle(
    @Payload() { roundId, chosen = 1 }: ScoringRound,
    @Ctx() { claims }: Asking,
  ): Promise<ScoringRoundFigures> {
    const { database } = this;
    const known = scoringRoundRecord(await knownScoringRound(database, roundId));
    const sees = decidesOnPortfolios(claims);
    if (!sees) requireRater(known, personOf(claims));
    const [round] = await withVisibleCandidates(database, claims, [known]);
    const row = await publishedScoringModel(database, known.modelId, known.modelVersion);
    const rows = await lastRatings(database, roundId, sees ? undefined : personOf(claims));
    const shown = rows.filter(({ candidateId }) =>
      round?.candidates.some((candidate) => candidate.candidateId === candidateId),
    );
    const figures = {
      round: round ?? known,
      model: scoringModelFigures(row),
      ratings: shown.map(candidateRating),
    };
    return sees ? { ...figures, ...this.ranked(figures.round, row, shown, chosen) } : figures;
  }

  private ranked(
    { candidates }: ScoringRoundFigures['round'],
    row: Parameters<typeof scoringModelOf>[0],
    ratings: readonly RatingRow[],
    chosen: number,
  ): Pick<ScoringRoundFigures, 'ranking' | 'sensitivity'> {
    const model = scoringModelOf(row);
    const ids = candidates.map(({ candidateId }) => candidateId);
    const ranked = scoreCandidates(model, ids, ratingsOf(ratings));
    const sensitivity = rankingSensitivity(model, ranked, chosen);
    const named = new Map(candidates.map((candidate) => [candidate.candidateId, candidate]));
    return {
      ranking: ranked.map((one) => ({ ...onWire(one), ...(named.get(one.candidateId) as Named) })),
      ...(sensitivity && { sensitivity }),
    };
  }
}

type Named = Pick<CandidateRank, 'candidateId' | 'name' | 'projectId'>;

function onWire({ score, rank, completeness, missing, criteria }: CandidateScore) {
  const told = valueOf(score);
  return {
    completeness,
    missing,
    criteria,
    isDisputed: criteria.some(({ isDisputed }) => isDisputed),
    ...(rank === undefined ? {} : { rank }),
    ...(told === undefined ? {} : { score: told }),
  };
}
