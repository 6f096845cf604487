import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { CandidateRating, RateCandidate } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { requireRating } from '../domain/portfolio/scoring-round.js';
import type { Tx } from '../persistence/database.js';
import { publishedScoringModel, scoringModelOf } from '../persistence/scoring-models.js';
import {
  candidateRating,
  knownScoringRound,
  lockScoringRound,
  scoringRoundRecord,
} from '../persistence/scoring-rounds.js';
import { today } from '../persistence/work.js';
import { requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** The own scores of a rater for one candidate; nobody changes those of another. */
@Controller()
export class RateCandidateCommand {
  @Answers(RateCandidate)
  async handle(@Payload() request: RateCandidate, @Ctx() call: Call<Tx>): Promise<CandidateRating> {
    const { tx, claims } = call;
    const { roundId, candidateId, ratedOn, scores } = request;
    const raterPersonId = personOf(claims);
    await lockScoringRound(tx, roundId);
    const round = scoringRoundRecord(await knownScoringRound(tx, roundId));
    const model = scoringModelOf(await publishedScoringModel(tx, round.modelId, round.modelVersion));
    requireRating(round, model, { candidateId, personId: raterPersonId, scores });
    const projectId = round.candidates.find((one) => one.candidateId === candidateId)?.projectId;
    const project = projectId && (await tx.project.findUnique({ where: { projectId } }));
    if (project) requireVisible(claims, project);
    if (ratedOn > today(call)) {
      throw new Refusal(
        'budgeting/rated-ahead',
        `The scores are of ${ratedOn}; scores of a day that has not come stand on nothing.`,
        { kind: 'unprocessable' },
      );
    }
    const before = await tx.candidateRating.findFirst({
      where: { roundId, candidateId, raterPersonId },
      orderBy: { version: 'desc' },
    });
    requireVersion(call.expectedVersion, before?.version ?? 0);
    const row = await tx.candidateRating.create({
      data: {
        roundId,
        candidateId,
        raterPersonId,
        version: (before?.version ?? 0) + 1,
        rater: claims.name,
        ratedOn,
        scores: scores.map((score) => ({ ...score })),
        recordedAt: call.now,
      },
    });
    return candidateRating(row);
  }
}
