import { IsString, Length } from 'class-validator';
import { AccountsDocument } from './accounts-document.js';

/** ERP: goods or services of an order were received, at the price of the order: owed, though not invoiced. */
export class ReceiptPosted extends AccountsDocument {
  static readonly subject = 'events.connectors.receipt-posted.v1';
  static readonly aggregate = 'orderKey';

  @IsString() @Length(1, 120) readonly orderKey!: string;
}
