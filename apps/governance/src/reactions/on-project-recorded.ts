import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateRecorded } from '@meridian/contracts-governance';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { gateFact } from '../domain/gate-fact.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { evidenceOf } from '../persistence/gates.js';

/** Every phase of a project ends in a gate; a decided gate stays as it was. */
@Controller()
export class OnProjectRecorded {
  @On(ProjectRecorded)
  async handle(@Payload() event: ProjectRecorded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { projectId } = event;
    const known = {
      name: event.name,
      isConfidential: event.isConfidential,
      managerPersonId: event.managerPersonId ?? null,
      sponsorPersonId: event.sponsorPersonId ?? null,
    };
    await delivery.tx.project.upsert({
      where: { projectId },
      create: { projectId, ...known },
      update: known,
    });
    for (const phase of event.phases) await this.gateOf(projectId, phase, delivery);
    if (event.stage === 'closing') await answerClosing(delivery, projectId);
  }

  private async gateOf(
    projectId: string,
    phase: ProjectRecorded['phases'][number],
    { tx, newId, announce }: Delivery<Tx>,
  ): Promise<void> {
    const { phaseId } = phase;
    const known = await tx.gate.findUnique({ where: { projectId_phaseId: { projectId, phaseId } } });
    const planned = { position: phase.order, dueOn: phase.gateOn ?? null };
    if (
      known &&
      (known.state === 'decided' || (known.dueOn === planned.dueOn && known.position === planned.position))
    )
      return;
    const gate = await tx.gate.upsert({
      where: { projectId_phaseId: { projectId, phaseId } },
      create: {
        gateId: newId(),
        projectId,
        phaseId,
        name: `Gate: ${phase.name}`,
        ...planned,
        state: 'planned',
        version: 1,
      },
      update: { ...planned, version: { increment: 1 } },
    });
    await announce(GateRecorded, gateFact(gate, await evidenceOf(tx, gate)));
  }
}
