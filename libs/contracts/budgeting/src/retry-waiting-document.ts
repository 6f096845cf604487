import { IsString, Length } from 'class-validator';
import { WaitingDocumentRetried } from './waiting-document-retried.js';

/** Tries once more to post a document that waits. */
export class RetryWaitingDocument {
  static readonly subject = 'requests.budgeting.retry-waiting-document.v1';
  static readonly kind = 'command';
  static readonly answer = WaitingDocumentRetried;

  /** As in the list of those that wait: `receipt erp:GR-7`. */
  @IsString() @Length(1, 160) readonly document!: string;
}
