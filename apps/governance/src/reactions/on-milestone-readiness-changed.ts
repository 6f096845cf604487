import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateRecorded } from '@meridian/contracts-governance';
import { MilestoneReadinessChanged } from '@meridian/contracts-quality';
import { gateFact } from '../domain/gate-fact.js';
import type { Tx } from '../persistence/database.js';
import { evidenceOf } from '../persistence/gates.js';

/** Evidence moved: the gates that ask for it are told again. */
@Controller()
export class OnMilestoneReadinessChanged {
  @On(MilestoneReadinessChanged)
  async handle(@Payload() event: MilestoneReadinessChanged, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { tx } = delivery;
    const { milestoneId, projectId } = event;
    const before = await tx.evidence.findUnique({ where: { milestoneId } });
    const facts = {
      projectId,
      phaseId: event.phaseId ?? null,
      name: event.milestoneName,
      isReady: event.isReady,
      openMandatory: event.openMandatory,
    };
    await tx.evidence.upsert({ where: { milestoneId }, create: { milestoneId, ...facts }, update: facts });

    const phases = [before?.phaseId, facts.phaseId].filter((phase) => phase != null);
    const gates = await tx.gate.findMany({
      where: {
        projectId,
        state: 'planned',
        OR: [{ phaseId: { in: phases } }, { milestoneIds: { has: milestoneId } }],
      },
      orderBy: { position: 'asc' },
    });
    for (const gate of gates) {
      const told = await tx.gate.update({
        where: { gateId: gate.gateId },
        data: { version: { increment: 1 } },
      });
      await delivery.announce(GateRecorded, gateFact(told, await evidenceOf(tx, told)));
    }
  }
}
