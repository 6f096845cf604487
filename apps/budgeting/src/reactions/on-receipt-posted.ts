import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { ReceiptPosted } from '@meridian/contracts-connectors';
import type { Tx } from '../persistence/database.js';
import { takeDocument } from '../persistence/post-documents.js';
import { documentOf } from './document-of.js';

/** What was received is owed, whether its invoice has come already or not. */
@Controller()
export class OnReceiptPosted {
  @On(ReceiptPosted)
  async handle(@Payload() event: ReceiptPosted, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await takeDocument(delivery, documentOf('receipt', event));
  }
}
