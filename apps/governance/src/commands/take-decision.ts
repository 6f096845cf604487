import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { DecisionTaken, Recorded, TakeDecision } from '@meridian/contracts-governance';
import { Refusal } from '@meridian/refusal';
import { requireTakable } from '../domain/requested-decision.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { requireVersion } from './require-version.js';

@Controller()
export class TakeDecisionCommand {
  @Answers(TakeDecision)
  async handle(@Payload() request: TakeDecision, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { decisionId, outcome, reason } = request;
    await call.tx.$queryRaw`SELECT 1 FROM "decision" WHERE "decision_id" = ${decisionId}::uuid FOR UPDATE`;
    const asked = await call.tx.decision.findUnique({ where: { decisionId }, include: { project: true } });
    if (!asked) {
      throw new Refusal('governance/decision-not-found', 'Nobody asked for a decision with this id.', {
        kind: 'not-found',
      });
    }
    requireVisible(call.claims, asked.project);
    requireVersion('decision', asked.version, call.expectedVersion);
    const decidedBy = call.claims.personId ?? call.claims.subject;
    requireTakable(asked, decidedBy);

    const decider = {
      decidedBy,
      decidedByName: call.claims.name,
      decidedOn: call.now.toISOString().slice(0, 10),
    };
    const taken = await call.tx.decision.update({
      where: { decisionId },
      data: { outcome, reason, version: asked.version + 1, ...decider },
    });

    await call.announce(DecisionTaken, {
      projectId: taken.projectId,
      decisionId,
      title: taken.title,
      outcome,
      reason,
      ...decider,
    });
    await answerClosing(call, taken.projectId);
    return { id: decisionId, version: taken.version };
  }
}
