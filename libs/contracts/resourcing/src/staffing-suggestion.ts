import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { StaffingCandidate } from './staffing-candidate.js';

/** A resource of a plan that is nobody yet, and who could be it. */
export class StaffingSuggestion {
  @IsUUID() readonly projectId!: string;

  @IsString() @MaxLength(300) readonly projectName!: string;

  @IsString() @Length(1, 300) readonly resourceName!: string;

  /** The assignments to fill. */
  @IsArray() @IsUUID(undefined, { each: true }) readonly assignmentIds!: readonly string[];

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly workMinutes!: number;

  /** Absent: nobody who fits and has time is left. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StaffingCandidate)
  readonly person?: StaffingCandidate;

  /** Who would be it in the best answer without that person here; others may change places then. */
  @IsOptional()
  @ValidateNested()
  @Type(() => StaffingCandidate)
  readonly nextBest?: StaffingCandidate;

  /** What that costs in all, in scores. */
  @IsOptional() @IsInt() @Min(0) readonly nextBestCosts?: number;
}
