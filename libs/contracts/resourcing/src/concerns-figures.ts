import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { ConcernLine } from './concern-line.js';

/** What the caller raised or may read. */
export class ConcernsFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ConcernLine)
  readonly concerns!: readonly ConcernLine[];
}
