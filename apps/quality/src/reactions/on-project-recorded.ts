import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class OnProjectRecorded {
  @On(ProjectRecorded)
  async handle(@Payload() event: ProjectRecorded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const known = {
      name: event.name,
      isConfidential: event.isConfidential,
      managerPersonId: event.managerPersonId ?? null,
      sponsorPersonId: event.sponsorPersonId ?? null,
    };
    await delivery.tx.project.upsert({
      where: { projectId: event.projectId },
      create: { projectId: event.projectId, ...known },
      update: known,
    });
    if (event.stage === 'closing') await answerClosing(delivery, event.projectId);
  }
}
