import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ScoringCriterion } from './scoring-criterion.js';
import { ScoringModelFigures } from './scoring-model-figures.js';

/** Drafts a scoring model, or its next version: what is there stays, with all that was scored by it. */
export class RecordScoringModel {
  static readonly subject = 'requests.budgeting.record-scoring-model.v1';
  static readonly kind = 'command';
  static readonly answer = ScoringModelFigures;

  @IsUUID() readonly modelId!: string;

  @IsString() @Length(1, 120) readonly name!: string;

  /** The scale of all criteria. */
  @Matches(/^-?\d{1,6}(\.\d{1,3})?$/) readonly lowest!: string;

  @Matches(/^-?\d{1,6}(\.\d{1,3})?$/) readonly highest!: string;

  /**
   * What becomes of a candidate that is not scored on every criterion. `incomplete`: it is not ranked. `rescale`: it is scored on
   * the others, with their weights filled up to 1. `worst` and `neutral`: as if it had the worst or the middle of the scale.
   */
  @IsIn(['incomplete', 'rescale', 'worst', 'neutral'])
  readonly missing!: 'incomplete' | 'rescale' | 'worst' | 'neutral';

  /** Raters who lie this far apart on a criterion disagree; half of the scale when left out. */
  @IsOptional() @Matches(/^\d{1,6}(\.\d{1,3})?$/) readonly disagreement?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ScoringCriterion)
  readonly criteria!: readonly ScoringCriterion[];
}
