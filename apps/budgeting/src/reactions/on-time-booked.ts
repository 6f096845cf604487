import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { TimeBooked } from '@meridian/contracts-resourcing';
import type { Tx } from '../persistence/database.js';
import { takeTime } from '../persistence/waiting-time.js';

/** Approved time becomes cost at the rate of its day, or waits until there is one. */
@Controller()
export class OnTimeBooked {
  @On(TimeBooked)
  async handle(@Payload() event: TimeBooked, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await takeTime(delivery, { ...event });
  }
}
