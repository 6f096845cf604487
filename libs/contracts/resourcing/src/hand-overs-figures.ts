import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { HandOver } from './hand-over.js';

/** Hand-overs by last day and person. */
export class HandOversFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HandOver)
  readonly handOvers!: readonly HandOver[];
}
