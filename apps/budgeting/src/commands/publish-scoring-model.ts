import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { PublishScoringModel, ScoringModelFigures } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import {
  knownScoringModel,
  latestScoringModel,
  lockScoringModel,
  scoringModelFigures,
} from '../persistence/scoring-models.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

/** The draft becomes a version of its own that is scored by: no version that somebody read ever changes. */
@Controller()
export class PublishScoringModelCommand {
  @Answers(PublishScoringModel)
  async handle(@Payload() request: PublishScoringModel, @Ctx() call: Call<Tx>): Promise<ScoringModelFigures> {
    const { tx, claims } = call;
    requireApproverRole(claims);
    const { modelId, decision } = request;
    await lockScoringModel(tx, modelId);
    const draft = knownScoringModel(await latestScoringModel(tx, modelId));
    requireVersion(call.expectedVersion, draft.version);
    if (draft.state === 'published') {
      throw new Refusal(
        'budgeting/model-published',
        `"${draft.name}" is published and never changes; draft its next version first.`,
      );
    }
    const row = await tx.scoringModelVersion.create({
      data: {
        modelId,
        version: draft.version + 1,
        name: draft.name,
        state: 'published',
        body: draft.body as object,
        recordedAt: call.now,
        recordedBy: claims.name,
        decision,
      },
    });
    return scoringModelFigures(row);
  }
}
