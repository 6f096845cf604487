import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { WorkerLeft } from '@meridian/contracts-connectors';
import { refresh, releaseAfter } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { tellHandOver } from '../persistence/hand-overs.js';
import { tellOfPerson } from '../persistence/people.js';
import { dateOf } from './date-of.js';

/**
 * Somebody leaves: work that starts after the last day waits for another person; work that runs over it stays booked and
 * shows as an overload, because there is no capacity any more. What else the person has is told to be handed over.
 */
@Controller()
export class OnWorkerLeft {
  @On(WorkerLeft)
  async handle(@Payload() event: WorkerLeft, @Ctx() { tx, announce, now }: Delivery<Tx>): Promise<void> {
    const { employeeNumber, effectiveOn } = event;
    const told = { employeeNumber, kind: 'left' as const, effectiveOn, facts: {} };
    const personId = await tellOfPerson(tx, announce, told, dateOf(now));
    if (personId === null) return;
    const projectIds = await releaseAfter(tx, personId, effectiveOn);
    await refresh(tx, announce, { personIds: [personId], projectIds }, dateOf(now));
    const releasedAssignments = projectIds.length;
    await tellHandOver(tx, announce, { personId, lastDay: effectiveOn, releasedAssignments }, dateOf(now));
  }
}
