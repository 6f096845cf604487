import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { MilestoneWithdrawn } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';

/** A milestone that is no longer planned is no evidence a gate could ask for. */
@Controller()
export class OnMilestoneWithdrawn {
  @On(MilestoneWithdrawn)
  async handle(@Payload() event: MilestoneWithdrawn, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await delivery.tx.evidence.deleteMany({ where: { milestoneId: event.milestoneId } });
  }
}
