import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { AccountsDocument } from './accounts-document.js';

/** ERP: somebody asks for an order to come; money of the project is set aside for it. */
export class RequisitionRecorded extends AccountsDocument {
  static readonly subject = 'events.connectors.requisition-recorded.v1';
  static readonly aggregate = 'requisitionKey';

  /** Source and requisition number: `erp:PR-1`. */
  @IsString() @Length(1, 120) readonly requisitionKey!: string;

  /** The last day on which it holds its money; for good when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validUntil?: string;
}
