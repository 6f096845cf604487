import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { JournalPosted } from '@meridian/contracts-connectors';
import type { Tx } from '../persistence/database.js';
import { takeDocument } from '../persistence/post-documents.js';
import { documentOf } from './document-of.js';

/** A journal corrects cost, or accrues it until the next period begins. */
@Controller()
export class OnJournalPosted {
  @On(JournalPosted)
  async handle(@Payload() event: JournalPosted, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { isAccrual, reversesOn } = event;
    const document = documentOf(isAccrual ? 'accrual' : 'journal', event);
    await takeDocument(delivery, { ...document, ...(reversesOn === undefined ? {} : { reversesOn }) });
  }
}
