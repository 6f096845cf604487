import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ScoringLevel } from './scoring-level.js';

/** Something that candidates are scored on. */
export class ScoringCriterion {
  /** A code of the PMO's choosing. */
  @Matches(/^[\w-]{1,40}$/) readonly criterionId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** Share of the whole: all weights of a model sum to 1. */
  @Matches(/^\d(\.\d{1,6})?$/) readonly weight!: string;

  /** `lower`: less is better, such as risk or effort, and a low score counts as a high one. `higher` when left out. */
  @IsOptional() @IsIn(['higher', 'lower']) readonly direction?: 'higher' | 'lower';

  /** What the scores mean, at least the lowest and the highest of the scale. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(11)
  @ValidateNested({ each: true })
  @Type(() => ScoringLevel)
  readonly rubric!: readonly ScoringLevel[];
}
