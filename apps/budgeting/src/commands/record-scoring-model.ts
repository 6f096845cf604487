import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RecordScoringModel, ScoringModelFigures } from '@meridian/contracts-budgeting';
import { requireScoringModel } from '../domain/portfolio/scoring-model.js';
import type { Tx } from '../persistence/database.js';
import {
  bodyOfModel,
  latestScoringModel,
  lockScoringModel,
  scoringModelFigures,
} from '../persistence/scoring-models.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

/** The next version of a scoring model, as a draft; what was scored by versions before stays scored by them. */
@Controller()
export class RecordScoringModelCommand {
  @Answers(RecordScoringModel)
  async handle(@Payload() request: RecordScoringModel, @Ctx() call: Call<Tx>): Promise<ScoringModelFigures> {
    const { tx, claims } = call;
    requireApproverRole(claims);
    const { modelId, name } = request;
    await lockScoringModel(tx, modelId);
    const before = await latestScoringModel(tx, modelId);
    requireVersion(call.expectedVersion, before?.version ?? 0);
    requireScoringModel(request);
    const row = await tx.scoringModelVersion.create({
      data: {
        modelId,
        version: (before?.version ?? 0) + 1,
        name,
        state: 'drafted',
        body: bodyOfModel(request),
        recordedAt: call.now,
        recordedBy: claims.name,
      },
    });
    return scoringModelFigures(row);
  }
}
