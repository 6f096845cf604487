import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { AttentionLine } from './attention-line.js';

/** What needs a person, most urgent first. */
export class AttentionList {
  @IsInt() @Min(0) readonly total!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttentionLine)
  readonly lines!: readonly AttentionLine[];
}
