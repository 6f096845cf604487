import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { ScoringCriterion } from './scoring-criterion.js';

/** A version of a scoring model; no version ever changes. */
export class ScoringModelFigures {
  @IsUUID() readonly modelId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 120) readonly name!: string;

  /** Only a published version is scored by. */
  @IsIn(['drafted', 'published']) readonly state!: 'drafted' | 'published';

  @Matches(/^-?\d{1,6}(\.\d{1,3})?$/) readonly lowest!: string;

  @Matches(/^-?\d{1,6}(\.\d{1,3})?$/) readonly highest!: string;

  @IsIn(['incomplete', 'rescale', 'worst', 'neutral'])
  readonly missing!: 'incomplete' | 'rescale' | 'worst' | 'neutral';

  @IsOptional() @Matches(/^\d{1,6}(\.\d{1,3})?$/) readonly disagreement?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ScoringCriterion)
  readonly criteria!: readonly ScoringCriterion[];

  @IsISO8601() readonly recordedAt!: string;

  @IsString() @Length(1, 200) readonly recordedBy!: string;

  /** Who decided that candidates are scored by it. */
  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;
}
