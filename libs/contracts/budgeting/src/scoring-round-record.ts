import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { ScoringCandidate } from './scoring-candidate.js';
import { ScoringRater } from './scoring-rater.js';

/** A round in which candidates are scored by one version of a model. */
export class ScoringRoundRecord {
  @IsUUID() readonly roundId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 100) readonly portfolio!: string;

  @IsUUID() readonly modelId!: string;

  @IsInt() @Min(1) readonly modelVersion!: number;

  @IsIn(['open', 'closed']) readonly state!: 'open' | 'closed';

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ScoringCandidate)
  readonly candidates!: readonly ScoringCandidate[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ScoringRater)
  readonly raters!: readonly ScoringRater[];

  @IsISO8601() readonly recordedAt!: string;

  @IsString() @Length(1, 200) readonly recordedBy!: string;
}
