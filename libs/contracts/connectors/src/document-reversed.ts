import { IsIn, IsString, Length } from 'class-validator';
import { AccountsDocument } from './accounts-document.js';

/** ERP: a receipt, an invoice or a journal was cancelled by another document. The amount is that of what is cancelled. */
export class DocumentReversed extends AccountsDocument {
  static readonly subject = 'events.connectors.document-reversed.v1';
  static readonly aggregate = 'orderKey';

  /** The order that the cancelled document belongs to; its own key when it has none, so that the two stay in order. */
  @IsString() @Length(1, 120) readonly orderKey!: string;

  @IsIn(['receipt', 'invoice', 'journal']) readonly reversedKind!: 'receipt' | 'invoice' | 'journal';

  @IsString() @Length(1, 120) readonly reversedDocumentKey!: string;
}
