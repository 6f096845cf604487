import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RecordScoringRound, ScoringRoundRecord } from '@meridian/contracts-budgeting';
import { requireRoundChange } from '../domain/portfolio/scoring-round.js';
import type { Tx } from '../persistence/database.js';
import { publishedScoringModel } from '../persistence/scoring-models.js';
import { lastRatings, lockScoringRound, scoringRoundRecord } from '../persistence/scoring-rounds.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

/** Opens a round of scoring, changes it or closes it; what was scored in it stays. */
@Controller()
export class RecordScoringRoundCommand {
  @Answers(RecordScoringRound)
  async handle(@Payload() request: RecordScoringRound, @Ctx() call: Call<Tx>): Promise<ScoringRoundRecord> {
    const { tx, claims } = call;
    requireApproverRole(claims);
    const { roundId, candidates, raters, modelId, modelVersion } = request;
    await lockScoringRound(tx, roundId);
    const before = await tx.scoringRound.findUnique({ where: { roundId } });
    requireVersion(call.expectedVersion, before?.version ?? 0);
    await publishedScoringModel(tx, modelId, modelVersion);
    const scored = (await lastRatings(tx, roundId)).map(({ candidateId, raterPersonId }) => ({
      candidateId,
      personId: raterPersonId,
    }));
    requireRoundChange(request, before ? scoringRoundRecord(before) : undefined, scored);
    const data = {
      ...request,
      version: (before?.version ?? 0) + 1,
      candidates: candidates.map((candidate) => ({ ...candidate })),
      raters: raters.map((rater) => ({ ...rater })),
      raterIds: raters.map(({ personId }) => personId),
      recordedAt: call.now,
      recordedBy: claims.name,
    };
    return scoringRoundRecord(
      await tx.scoringRound.upsert({ where: { roundId }, create: data, update: data }),
    );
  }
}
