import { IsOptional, IsUUID } from 'class-validator';
import { WaitingDocumentList } from './waiting-document-list.js';

/** Documents of the accounts that cannot be posted yet: of one project, or all, also those that nobody's code fits. */
export class WaitingDocuments {
  static readonly subject = 'requests.budgeting.waiting-documents.v1';
  static readonly kind = 'query';
  static readonly answer = WaitingDocumentList;

  @IsOptional() @IsUUID() readonly projectId?: string;
}
