import { IsString, Length } from 'class-validator';
import { AccountsDocument } from './accounts-document.js';

/** ERP: an order became larger or smaller; the amount is the difference. */
export class OrderChanged extends AccountsDocument {
  static readonly subject = 'events.connectors.order-changed.v1';
  static readonly aggregate = 'orderKey';

  @IsString() @Length(1, 120) readonly orderKey!: string;
}
