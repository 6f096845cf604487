import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { DecisionRequested, Recorded, RequestDecision } from '@meridian/contracts-governance';
import { Refusal } from '@meridian/refusal';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class RequestDecisionCommand {
  @Answers(RequestDecision)
  async handle(@Payload() request: RequestDecision, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, title, kind, dueOn, amountMinor, currency } = request;
    requireManager(call.claims, await call.tx.project.findUnique({ where: { projectId } }));
    if ((amountMinor === undefined) !== (currency === undefined)) {
      throw new Refusal(
        'governance/amount-without-currency',
        'Give the amount together with its currency, or neither.',
        {
          kind: 'unprocessable',
        },
      );
    }

    const requestedBy = call.claims.personId ?? call.claims.subject;
    const money =
      amountMinor === undefined ? {} : { amountMinor: BigInt(amountMinor), currency: currency ?? null };
    const decision = await call.tx.decision.create({
      data: { decisionId: call.newId(), projectId, title, kind, dueOn, ...money, requestedBy, version: 1 },
    });

    await call.announce(DecisionRequested, {
      projectId,
      decisionId: decision.decisionId,
      title,
      kind,
      dueOn,
      ...(amountMinor === undefined || currency === undefined ? {} : { amountMinor, currency }),
      requestedBy,
    });
    await answerClosing(call, projectId);
    return { id: decision.decisionId, version: 1 };
  }
}
