import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { MilestoneWithdrawn } from '@meridian/contracts-projects';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';

/** The checks of a withdrawn milestone are kept: should it come back, what was found still holds. */
@Controller()
export class OnMilestoneWithdrawn {
  @On(MilestoneWithdrawn)
  async handle(@Payload() event: MilestoneWithdrawn, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await delivery.tx.milestone.updateMany({
      where: { milestoneId: event.milestoneId },
      data: { isWithdrawn: true, version: { increment: 1 } },
    });
    await answerClosing(delivery, event.projectId);
  }
}
