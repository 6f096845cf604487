import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ProjectStopped } from '@meridian/contracts-projects';
import type { Tx } from '../persistence/database.js';
import { freeBudget } from '../persistence/free-budget.js';

/** A project ended before its time: what is spent is sunk, what is not goes back to where it came from. */
@Controller()
export class OnProjectStopped {
  @On(ProjectStopped)
  async handle(@Payload() event: ProjectStopped, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { projectId, reasonCode, reason, evidence, stoppedBy } = event;
    await freeBudget(delivery, {
      projectId,
      reference: `Stopped: ${reasonCode}`,
      decision: evidence ?? reason.slice(0, 300),
      by: stoppedBy,
    });
  }
}
