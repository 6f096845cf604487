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
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MilestoneCriterion } from './milestone-criterion.js';

/** A milestone was created or one of its dates, owners or shares changed. Carries the whole record. */
export class MilestoneRecorded {
  static readonly subject = 'events.projects.milestone-recorded.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  /** Equals the id of its task in the plan. */
  @IsUUID() readonly milestoneId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly phaseId?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineOn?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastOn!: string;

  /** Reported as reached in the plan; acceptance is quality's word. */
  @IsBoolean() readonly isDone!: boolean;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly acceptedOn?: string;

  @IsOptional() @IsUUID() readonly ownerPersonId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly ownerName?: string;

  /** The day it was reached. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly actualOn?: string;

  /** What must be true for it to be accepted; absent while nobody said so. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneCriterion)
  readonly criteria?: readonly MilestoneCriterion[];

  /** Other projects that wait for this milestone. */
  @IsArray() @IsUUID('all', { each: true }) readonly sharedWith!: readonly string[];
}
