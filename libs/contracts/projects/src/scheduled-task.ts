import {
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/** A task with its computed schedule. */
export class ScheduledTask {
  @IsUUID() readonly taskId!: string;

  @IsOptional() @IsUUID() readonly parentTaskId?: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsBoolean() readonly isSummary!: boolean;

  @IsBoolean() readonly isMilestone!: boolean;

  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly finish!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly lateStart!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/) readonly lateFinish!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineStart?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineFinish?: string;

  @IsInt() @Min(0) readonly durationMinutes!: number;

  @IsInt() readonly totalFloatMinutes!: number;

  @IsInt() readonly freeFloatMinutes!: number;

  @IsBoolean() readonly isCritical!: boolean;

  @IsInt()
  @Min(0)
  @Max(100)
  readonly percentComplete!: number;

  @IsInt() @Min(1) readonly version!: number;

  /** What drove the start: the link, constraint, calendar or progress. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly whyThisDate?: string;
}
