import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RecordDeliverable, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { requireChangeable } from '../domain/partners/deliverable.js';
import { requireDate } from '../domain/weeks.js';
import type { Tx } from '../persistence/database.js';
import {
  holdDeliverable,
  keepDeliverableStep,
  requireProjectsManager,
  sideOf,
} from '../persistence/partners/deliverables.js';
import { holdPartner } from '../persistence/partners/partners.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class RecordDeliverableCommand {
  /** Changed after a rejection, it is agreed anew. */
  @Answers(RecordDeliverable)
  async handle(@Payload() request: RecordDeliverable, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, claims } = call;
    const { deliverableId, partnerId, projectId, name, criteria, dueOn } = request;
    requireDate(dueOn);
    const side = await sideOf(tx, claims, call.now.toISOString().slice(0, 10));
    await requireProjectsManager(tx, claims, { projectId, side });
    const partner = await holdPartner(tx, partnerId);
    const before = await holdDeliverable(tx, deliverableId);
    if (before && (before.partnerId !== partnerId || before.projectId !== projectId)) throw elsewhere();
    requireSeen('deliverable', before?.version ?? 0, call.expectedVersion);
    if (before) requireChangeable(before.state);
    const facts = { name: name.trim(), criteria: [...criteria], dueOn, state: 'agreed' as const };
    const saved = await tx.deliverable.upsert({
      where: { deliverableId },
      create: { deliverableId, partnerId, projectId, ...facts },
      update: { ...facts, version: { increment: 1 } },
    });
    return keepDeliverableStep(call, { ...saved, state: facts.state, partner });
  }
}

function elsewhere(): Refusal {
  return new Refusal(
    'resourcing/deliverable-stays',
    'A deliverable stays with its partner and project; record another one.',
  );
}
