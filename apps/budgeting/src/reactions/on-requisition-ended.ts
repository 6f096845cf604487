import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { RequisitionEnded } from '@meridian/contracts-connectors';
import type { Tx } from '../persistence/database.js';
import { takeDocument } from '../persistence/post-documents.js';
import { NO_CURRENCY } from '../persistence/waiting-costs.js';

/** A requisition was rejected or withdrawn: what it still holds is available again. */
@Controller()
export class OnRequisitionEnded {
  @On(RequisitionEnded)
  async handle(@Payload() event: RequisitionEnded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { requisitionKey: orderKey, documentKey, projectCode, postedOn } = event;
    const ended = { orderKey, documentKey, projectCode, postedOn, currency: NO_CURRENCY, amountMinor: 0n };
    await takeDocument(delivery, { kind: 'withdrawal', ...ended });
  }
}
