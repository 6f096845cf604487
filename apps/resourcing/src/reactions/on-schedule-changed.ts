import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ScheduleChanged } from '@meridian/contracts-projects';
import { refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { moveTasks } from '../persistence/plans.js';
import { dateOf } from './date-of.js';

/** Tasks moved, so do their bookings; proposals made for where they were are outdated. */
@Controller()
export class OnScheduleChanged {
  @On(ScheduleChanged)
  async handle(@Payload() event: ScheduleChanged, @Ctx() { tx, announce, now }: Delivery<Tx>): Promise<void> {
    await moveTasks(tx, event);
    const moved = await tx.$queryRaw<{ personId: string | null }[]>`
      UPDATE booking SET start = moved.start, finish = moved.finish, version = version + 1
      FROM unnest(${event.moved.map(({ taskId }) => taskId)}::uuid[],
                  ${event.moved.map(({ start }) => start)}::text[],
                  ${event.moved.map(({ finish }) => finish)}::text[]) AS moved (task_id, start, finish)
      WHERE booking.task_id = moved.task_id AND booking.project_id = ${event.projectId}::uuid
        AND (booking.start <> moved.start OR booking.finish <> moved.finish)
        AND NOT EXISTS (SELECT 1 FROM project WHERE project_id = ${event.projectId}::uuid AND stopped_on IS NOT NULL)
      RETURNING booking.person_id AS "personId"`;
    if (moved.length === 0) return;
    const personIds = moved.map(({ personId }) => personId);
    await refresh(tx, announce, { personIds, projectIds: [event.projectId] }, dateOf(now));
  }
}
