import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { LeaveCancelled } from '@meridian/contracts-connectors';
import { refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { dateOf } from './date-of.js';

@Controller()
export class OnLeaveCancelled {
  @On(LeaveCancelled)
  async handle(@Payload() event: LeaveCancelled, @Ctx() { tx, announce, now }: Delivery<Tx>): Promise<void> {
    const { leaveKey } = event;
    const leave = await tx.leave.findUnique({ where: { leaveKey } });
    if (!leave) return;
    await tx.leave.update({ where: { leaveKey }, data: { isCancelled: true } });
    await refresh(tx, announce, { personIds: [leave.personId], projectIds: [] }, dateOf(now));
  }
}
