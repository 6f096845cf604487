import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { BusinessCaseRecorded } from '@meridian/contracts-budgeting';
import type { Tx } from '../persistence/database.js';

/** A proposal becomes a candidate, and a candidate is approved, on a business case. */
@Controller()
export class OnBusinessCaseRecorded {
  @On(BusinessCaseRecorded)
  async handle(
    @Payload() { projectId, version }: BusinessCaseRecorded,
    @Ctx() { tx }: Delivery<Tx>,
  ): Promise<void> {
    await tx.businessCase.upsert({
      where: { projectId },
      create: { projectId, version },
      update: { version },
    });
  }
}
