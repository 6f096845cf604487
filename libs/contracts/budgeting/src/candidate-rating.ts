import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { CriterionScore } from './criterion-score.js';

/** The scores that one person gave one candidate; the versions before are kept. */
export class CandidateRating {
  @IsUUID() readonly roundId!: string;

  @Matches(/^[\w.-]{1,60}$/) readonly candidateId!: string;

  @IsUUID() readonly raterPersonId!: string;

  @IsString() @Length(1, 200) readonly rater!: string;

  @IsInt() @Min(1) readonly version!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly ratedOn!: string;

  @IsISO8601() readonly recordedAt!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CriterionScore)
  readonly scores!: readonly CriterionScore[];
}
