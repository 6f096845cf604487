import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { EarnedValueChanged } from '@meridian/contracts-budgeting';
import type { Tx } from '../persistence/database.js';

/** What a slip would hit is told with the money that is still to be spent there. */
@Controller()
export class OnEarnedValueChanged {
  @On(EarnedValueChanged)
  async handle(@Payload() event: EarnedValueChanged, @Ctx() { tx }: Delivery<Tx>): Promise<void> {
    const { projectId, statusDate, currency, bacMinor, eacMinor, etcMinor } = event;
    const money = {
      statusDate,
      currency,
      bacMinor: BigInt(bacMinor),
      eacMinor: eacMinor === undefined ? null : BigInt(eacMinor),
      etcMinor: etcMinor === undefined ? null : BigInt(etcMinor),
    };
    await tx.projectMoney.upsert({ where: { projectId }, create: { projectId, ...money }, update: money });
  }
}
