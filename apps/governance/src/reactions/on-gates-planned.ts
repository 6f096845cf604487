import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateRecorded } from '@meridian/contracts-governance';
import { GatesPlanned } from '@meridian/contracts-projects';
import { gateFact } from '../domain/gate-fact.js';
import type { Tx } from '../persistence/database.js';
import { evidenceOf, lockGateOf } from '../persistence/gates.js';

/** The gates of a project from a template are called and ask as the template says; a decided one stays as it was. */
@Controller()
export class OnGatesPlanned {
  @On(GatesPlanned)
  async handle(@Payload() { projectId, gates }: GatesPlanned, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    for (const gate of gates) await this.plan(projectId, gate, delivery);
  }

  private async plan(
    projectId: string,
    { phaseId, name, order, dueOn, milestoneIds }: GatesPlanned['gates'][number],
    { tx, newId, announce }: Delivery<Tx>,
  ): Promise<void> {
    const known = await lockGateOf(tx, projectId, phaseId);
    if (known?.state === 'decided') return;
    const planned = { name, position: order, dueOn: dueOn ?? null, milestoneIds: [...milestoneIds] };
    const gate = await tx.gate.upsert({
      where: { projectId_phaseId: { projectId, phaseId } },
      create: { gateId: newId(), projectId, phaseId, ...planned, state: 'planned', version: 1 },
      update: { ...planned, version: { increment: 1 } },
    });
    await announce(GateRecorded, gateFact(gate, await evidenceOf(tx, gate)));
  }
}
