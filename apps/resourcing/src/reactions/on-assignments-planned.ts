import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { AssignmentsPlanned } from '@meridian/contracts-projects';
import { personFinder, refresh, releaseLeavers } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { isStopped } from '../persistence/stopped-projects.js';
import { dateOf } from './date-of.js';

type Assignment = AssignmentsPlanned['assignments'][number];

/**
 * Assignments become bookings. A person chosen by hand stays; with the last part of a plan, bookings that it no longer
 * has go. Parts of a plan come in order.
 */
@Controller()
export class OnAssignmentsPlanned {
  @On(AssignmentsPlanned)
  async handle(@Payload() event: AssignmentsPlanned, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { tx, announce } = delivery;
    const { projectId } = event;
    if (await isStopped(tx, projectId)) return;
    const work = event.assignments.filter(({ resourceKind }) => resourceKind === 'work');
    const before = await tx.booking.findMany({
      where: { projectId },
      select: { assignmentId: true, personId: true, isChosen: true },
    });
    const chosen = new Set(before.filter(({ isChosen }) => isChosen).map(({ assignmentId }) => assignmentId));
    await this.book(event, work, chosen, delivery);
    if (event.part === event.parts) {
      await tx.booking.deleteMany({ where: { projectId, planVersion: { lt: event.planVersion } } });
    }
    await releaseLeavers(tx, projectId);
    const after = await tx.booking.findMany({ where: { projectId }, select: { personId: true } });
    const personIds = [...before, ...after].map(({ personId }) => personId);
    await refresh(tx, announce, { personIds, projectIds: [projectId] }, dateOf(delivery.now));
  }

  private async book(
    event: AssignmentsPlanned,
    work: readonly Assignment[],
    chosen: ReadonlySet<string>,
    { tx, newId }: Delivery<Tx>,
  ): Promise<void> {
    const finder = await personFinder(tx);
    const rows = work.map((assignment) => ({ ...assignment, personId: finder.find(assignment) }));
    const planned = rows.map((row) => ({
      assignmentId: row.assignmentId,
      taskId: row.taskId,
      taskName: row.taskName,
      resourceName: row.resourceName,
      resourceKey: row.resourceKey ?? null,
      start: row.start,
      finish: row.finish,
      workMinutes: row.workMinutes,
      unitsPercent: Math.round(row.unitsPercent),
      planVersion: event.planVersion,
    }));
    await tx.booking.updateMany({
      where: { assignmentId: { in: planned.map((row) => row.assignmentId) }, isChosen: true },
      data: { planVersion: event.planVersion },
    });
    await tx.booking.deleteMany({
      where: { assignmentId: { in: planned.map((row) => row.assignmentId) }, isChosen: false },
    });
    const fresh = planned.flatMap((row, index) =>
      chosen.has(row.assignmentId)
        ? []
        : [
            {
              ...row,
              bookingId: newId(),
              projectId: event.projectId,
              personId: rows[index]?.personId ?? null,
            },
          ],
    );
    if (fresh.length > 0) await tx.booking.createMany({ data: fresh });
    for (const { assignmentId, ...row } of planned.filter((one) => chosen.has(one.assignmentId))) {
      await tx.booking.update({ where: { assignmentId }, data: row });
    }
  }
}
