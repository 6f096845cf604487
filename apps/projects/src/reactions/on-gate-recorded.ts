import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateRecorded } from '@meridian/contracts-governance';
import type { Tx } from '../persistence/database.js';

/** Templates hand on gates with the milestones that they ask for, and a slip holds up those that wait for what moves. */
@Controller()
export class OnGateRecorded {
  @On(GateRecorded)
  async handle(@Payload() event: GateRecorded, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    const { projectId, phaseId, name, dueOn = null, state, evidence } = event;
    const milestoneIds = evidence.map(({ milestoneId }) => milestoneId);
    const gate = { name, dueOn, isDecided: state === 'decided', milestoneIds };
    await tx.projectGate.upsert({
      where: { projectId_phaseId: { projectId, phaseId } },
      create: { projectId, phaseId, ...gate },
      update: gate,
    });
  }
}
