import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { HandInDeliverable, Recorded } from '@meridian/contracts-resourcing';
import { requireChangeable } from '../domain/partners/deliverable.js';
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
export class HandInDeliverableCommand {
  @Answers(HandInDeliverable)
  async handle(@Payload() request: HandInDeliverable, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims } = call;
    const { deliverableId, evidence } = request;
    const side = await sideOf(tx, claims, call.now.toISOString().slice(0, 10));
    const before = await requireDeliverable(tx, claims, { deliverableId, side });
    if (side === 'house') await requireProjectsManager(tx, claims, { projectId: before.projectId, side });
    requireSeen('deliverable', before.version, call.expectedVersion);
    requireChangeable(before.state);
    return keepDeliverableStep(call, await moveDeliverable(tx, deliverableId, 'handed-in'), { evidence });
  }
}
