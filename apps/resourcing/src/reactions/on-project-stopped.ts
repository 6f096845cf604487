import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ProjectStopped } from '@meridian/contracts-projects';
import { refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { freePeople } from '../persistence/stopped-projects.js';
import { dateOf } from './date-of.js';

/** A project ended before its time: its people are free from the next day on. */
@Controller()
export class OnProjectStopped {
  @On(ProjectStopped)
  async handle(@Payload() event: ProjectStopped, @Ctx() { tx, announce, now }: Delivery<Tx>): Promise<void> {
    const { projectId } = event;
    const personIds = await freePeople(tx, event);
    await refresh(tx, announce, { personIds, projectIds: [projectId] }, dateOf(now));
  }
}
