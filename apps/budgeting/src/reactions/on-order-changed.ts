import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { OrderChanged } from '@meridian/contracts-connectors';
import type { Tx } from '../persistence/database.js';
import { takeDocument } from '../persistence/post-documents.js';
import { documentOf } from './document-of.js';

/** An order became larger or smaller: only the difference is held against what is available. */
@Controller()
export class OnOrderChanged {
  @On(OrderChanged)
  async handle(@Payload() event: OrderChanged, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await takeDocument(delivery, documentOf('order-change', event));
  }
}
