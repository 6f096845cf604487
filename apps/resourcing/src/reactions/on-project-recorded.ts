import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ProjectRecorded } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';

@Controller()
export class OnProjectRecorded {
  @On(ProjectRecorded)
  async handle(@Payload() event: ProjectRecorded, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    const { projectId } = event;
    const known = {
      name: event.name,
      isConfidential: event.isConfidential,
      managerPersonId: event.managerPersonId ?? null,
      sponsorPersonId: event.sponsorPersonId ?? null,
    };
    await tx.project.upsert({ where: { projectId }, create: { projectId, ...known }, update: known });
  }
}
