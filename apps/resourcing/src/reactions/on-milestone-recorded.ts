import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { MilestoneRecorded } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { keepAcceptance } from '../persistence/performance/agreed-work.js';
import { shareMilestone } from '../persistence/plans.js';

/** Other projects wait for it: a levelling keeps them behind it. Accepted, it takes in the work before it. */
@Controller()
export class OnMilestoneRecorded {
  @On(MilestoneRecorded)
  async handle(@Payload() event: MilestoneRecorded, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    await shareMilestone(tx, event);
    await keepAcceptance(tx, event);
  }
}
