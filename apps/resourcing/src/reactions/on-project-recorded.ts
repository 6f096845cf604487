import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { answerClosings } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class OnProjectRecorded {
  @On(ProjectRecorded)
  async handle(@Payload() event: ProjectRecorded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { tx } = delivery;
    const { projectId } = event;
    const known = {
      name: event.name,
      isConfidential: event.isConfidential,
      managerPersonId: event.managerPersonId ?? null,
      sponsorPersonId: event.sponsorPersonId ?? null,
    };
    await tx.project.upsert({ where: { projectId }, create: { projectId, ...known }, update: known });
    if (event.stage === 'closing') await answerClosings(delivery, [projectId]);
  }
}
