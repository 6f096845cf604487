import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { PersonRecorded } from '@meridian/contracts-resourcing';
import type { Tx } from '../persistence/database.js';

/** The name of whoever posts and decides, for those who see the posting and not the list of people. */
@Controller()
export class OnPersonRecorded {
  @On(PersonRecorded)
  async handle(@Payload() { personId, name }: PersonRecorded, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    await tx.personName.upsert({
      where: { personId },
      create: { personId, name },
      update: { name },
      select: { personId: true },
    });
  }
}
