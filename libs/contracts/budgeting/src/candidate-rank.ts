import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { CriterionMean } from './criterion-mean.js';

/** A candidate in the ranking of its round. */
export class CandidateRank {
  @Matches(/^[\w.-]{1,60}$/) readonly candidateId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  /** From 1; ties have the same rank. Absent where it cannot be ranked. */
  @IsOptional() @IsInt() @Min(1) readonly rank?: number;

  /** Sum of weight × mean, six decimals. */
  @IsOptional() @Matches(/^-?\d{1,6}\.\d{6}$/) readonly score?: string;

  /** Share of the weights that somebody scored, from 0 to 1. */
  @Matches(/^[01]\.\d{6}$/) readonly completeness!: string;

  /** Criteria that nobody scored. */
  @IsArray() @IsString({ each: true }) readonly missing!: readonly string[];

  @IsBoolean() readonly isDisputed!: boolean;

  @ValidateNested({ each: true })
  @Type(() => CriterionMean)
  readonly criteria!: readonly CriterionMean[];
}
