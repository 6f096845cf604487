import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { LeaveApproved } from '@meridian/contracts-connectors';
import { personIdOf } from '@meridian/contracts-resourcing';
import { refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { dateOf } from './date-of.js';

@Controller()
export class OnLeaveApproved {
  @On(LeaveApproved)
  async handle(@Payload() event: LeaveApproved, @Ctx() { tx, announce, now }: Delivery<Tx>): Promise<void> {
    const { leaveKey, employeeNumber, from, to } = event;
    const person = await tx.person.findUnique({ where: { personId: personIdOf(employeeNumber) } });
    const leave = { employeeNumber, personId: person?.personId ?? null, from, to, isCancelled: false };
    await tx.leave.upsert({ where: { leaveKey }, create: { leaveKey, ...leave }, update: leave });
    await refresh(tx, announce, { personIds: [leave.personId], projectIds: [] }, dateOf(now));
  }
}
