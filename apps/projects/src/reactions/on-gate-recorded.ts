import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateRecorded } from '@meridian/contracts-governance';
import type { Tx } from '../persistence/database.js';

/** Templates hand on gates with the milestones that they ask for, so those are known here. */
@Controller()
export class OnGateRecorded {
  @On(GateRecorded)
  async handle(@Payload() event: GateRecorded, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    const { projectId, phaseId, name, dueOn = null, evidence } = event;
    const gate = { name, dueOn, milestoneIds: evidence.map(({ milestoneId }) => milestoneId) };
    await tx.projectGate.upsert({
      where: { projectId_phaseId: { projectId, phaseId } },
      create: { projectId, phaseId, ...gate },
      update: gate,
    });
  }
}
