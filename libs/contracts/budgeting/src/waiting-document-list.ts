import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { WaitingDocument } from './waiting-document.js';

/** Documents that wait, the longest waiting first; 500 at most. */
export class WaitingDocumentList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WaitingDocument)
  readonly documents!: readonly WaitingDocument[];
}
