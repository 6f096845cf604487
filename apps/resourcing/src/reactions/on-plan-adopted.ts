import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { PlanAdopted } from '@meridian/contracts-projects';
import { refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { adoptPlan } from '../persistence/plans.js';
import { isStopped } from '../persistence/stopped-projects.js';
import { dateOf } from './date-of.js';

/** A plan that assigns nobody frees everybody; otherwise its assignments follow and replace the bookings. */
@Controller()
export class OnPlanAdopted {
  @On(PlanAdopted)
  async handle(@Payload() event: PlanAdopted, @Ctx() { tx, announce, now }: Delivery<Tx>): Promise<void> {
    if (await isStopped(tx, event.projectId)) return;
    await adoptPlan(tx, event);
    if (event.assignmentParts > 0) return;
    const { projectId } = event;
    const freed = await tx.booking.findMany({ where: { projectId }, select: { personId: true } });
    await tx.booking.deleteMany({ where: { projectId } });
    await refresh(
      tx,
      announce,
      { personIds: freed.map(({ personId }) => personId), projectIds: [projectId] },
      dateOf(now),
    );
  }
}
