import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { StaffingSuggestion } from './staffing-suggestion.js';
import { StaffingWeights } from './staffing-weights.js';

/**
 * One person for each unnamed resource, nobody for two: as many filled as can be, and of all such answers the one with
 * the highest sum of scores. That is proven, not approximated.
 */
export class StaffingSuggestions {
  @ValidateNested()
  @Type(() => StaffingWeights)
  readonly weights!: StaffingWeights;

  @IsInt() @Min(0) readonly filled!: number;

  @IsInt() @Min(0) readonly unfilled!: number;

  /** The sum of scores: no other answer that fills as many has more. */
  @IsInt() @Min(0) readonly score!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffingSuggestion)
  readonly suggestions!: readonly StaffingSuggestion[];
}
