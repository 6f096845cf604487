import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { RateSetFigures } from './rate-set-figures.js';

/** Sets of exchange rates, those fixed last first. */
export class RateSetList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RateSetFigures)
  readonly sets!: readonly RateSetFigures[];
}
