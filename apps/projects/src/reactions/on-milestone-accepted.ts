import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { MilestoneAccepted } from '@meridian/contracts-quality';
import type { Tx } from '../persistence/database.js';
import { save } from '../persistence/milestones.js';
import { lockProject } from '../persistence/projects.js';

@Controller()
export class OnMilestoneAccepted {
  @On(MilestoneAccepted)
  async handle(@Payload() event: MilestoneAccepted, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { tx } = delivery;
    const { projectId, milestoneId, acceptedOn } = event;
    await lockProject(tx, projectId);
    const milestone = await tx.milestone.findUnique({ where: { milestoneId } });
    if (milestone) await save(delivery, { milestone, changes: { acceptedOn } }, { cause: 'acceptance' });
  }
}
