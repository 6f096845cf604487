import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { InvoicePosted } from '@meridian/contracts-connectors';
import type { Tx } from '../persistence/database.js';
import { takeDocument } from '../persistence/post-documents.js';
import { documentOf } from './document-of.js';

/** An invoice is a fact: it is posted also beyond the budget, and the overrun shows in the figures. */
@Controller()
export class OnInvoicePosted {
  @On(InvoicePosted)
  async handle(@Payload() event: InvoicePosted, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await takeDocument(delivery, documentOf('invoice', event));
  }
}
