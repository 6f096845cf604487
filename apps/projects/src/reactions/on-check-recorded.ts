import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { CheckRecorded } from '@meridian/contracts-quality';
import type { Tx } from '../persistence/database.js';

/** Templates hand on the checks of milestones, so they are known here by what they ask for. */
@Controller()
export class OnCheckRecorded {
  @On(CheckRecorded)
  async handle(@Payload() event: CheckRecorded, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    const { checkId, projectId, milestoneId, title, isMandatory } = event;
    const check = { projectId, milestoneId, title, isMandatory };
    await tx.milestoneCheck.upsert({ where: { checkId }, create: { checkId, ...check }, update: check });
  }
}
