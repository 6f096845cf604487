import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { RequisitionRecorded } from '@meridian/contracts-connectors';
import type { Tx } from '../persistence/database.js';
import { takeDocument } from '../persistence/post-documents.js';
import { documentOf } from './document-of.js';

/** A requisition asks for money: under a hard stop it waits, visible, until there is enough. */
@Controller()
export class OnRequisitionRecorded {
  @On(RequisitionRecorded)
  async handle(@Payload() event: RequisitionRecorded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { requisitionKey: orderKey, validUntil } = event;
    const document = documentOf('requisition', { ...event, orderKey });
    await takeDocument(delivery, { ...document, ...(validUntil === undefined ? {} : { validUntil }) });
  }
}
