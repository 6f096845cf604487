import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { DecideDeliverable, Recorded } from '@meridian/contracts-resourcing';
import { outcomeOf, requireHandedIn, requireOtherEyes } from '../domain/partners/deliverable.js';
import { personIdIn } from '../persistence/approvers.js';
import type { Tx } from '../persistence/database.js';
import {
  keepDeliverableStep,
  moveDeliverable,
  requireDeliverable,
  requireProjectsManager,
  sideOf,
} from '../persistence/partners/deliverables.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class DecideDeliverableCommand {
  @Answers(DecideDeliverable)
  async handle(@Payload() request: DecideDeliverable, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims } = call;
    const { deliverableId, findings } = request;
    const side = await sideOf(tx, claims, call.now.toISOString().slice(0, 10));
    const before = await requireDeliverable(tx, claims, { deliverableId, side });
    await requireProjectsManager(tx, claims, { projectId: before.projectId, side });
    requireSeen('deliverable', before.version, call.expectedVersion);
    requireHandedIn(before.state);
    const handedIn = await tx.deliverableStep.findFirst({
      where: { deliverableId, state: 'handed-in' },
      orderBy: { version: 'desc' },
    });
    requireOtherEyes(personIdIn(claims), handedIn?.personId);
    const outcome = outcomeOf(before.criteria, findings);
    return keepDeliverableStep(call, await moveDeliverable(tx, deliverableId, outcome), { findings });
  }
}
