import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { MilestoneWithdrawn } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';

@Controller()
export class OnMilestoneWithdrawn {
  @On(MilestoneWithdrawn)
  async handle(@Payload() { milestoneId }: MilestoneWithdrawn, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    await tx.sharedMilestone.deleteMany({ where: { milestoneId } });
  }
}
