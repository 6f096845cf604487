import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { OwnAttentionLine } from './own-attention-line.js';

/** What waits for the caller alone, most urgent first. */
export class OwnAttentionList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnAttentionLine)
  readonly lines!: readonly OwnAttentionLine[];
}
