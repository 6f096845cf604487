import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { PartnerLine } from './partner-line.js';

/** Partners by name. */
export class PartnersFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PartnerLine)
  readonly partners!: readonly PartnerLine[];
}
