import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { CommitmentRecorded } from '@meridian/contracts-connectors';
import type { Tx } from '../persistence/database.js';
import { takeDocument } from '../persistence/post-documents.js';
import { documentOf } from './document-of.js';

@Controller()
export class OnCommitmentRecorded {
  @On(CommitmentRecorded)
  async handle(@Payload() event: CommitmentRecorded, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { requisitionKey } = event;
    const from = requisitionKey === undefined ? {} : { requisitionKey };
    await takeDocument(delivery, { ...documentOf('order', event), ...from });
  }
}
