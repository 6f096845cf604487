import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { DocumentReversed } from '@meridian/contracts-connectors';
import { keyOf } from '../domain/cost/cost-document.js';
import type { Tx } from '../persistence/database.js';
import { takeDocument } from '../persistence/post-documents.js';
import { documentOf } from './document-of.js';

/** A document was cancelled: what it posted is taken back, or the reversal waits for it. */
@Controller()
export class OnDocumentReversed {
  @On(DocumentReversed)
  async handle(@Payload() event: DocumentReversed, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { reversedKind: kind, reversedDocumentKey: documentKey } = event;
    const reverses = keyOf({ kind, documentKey });
    await takeDocument(delivery, { ...documentOf('reversal', event), reverses });
  }
}
