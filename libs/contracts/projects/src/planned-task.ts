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
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PlannedLink } from './planned-link.js';

/** A task of an adopted plan, with the dates computed by the network. */
export class PlannedTask {
  @IsUUID() readonly taskId!: string;

  @IsOptional() @IsUUID() readonly parentTaskId?: string;

  @IsString() @Length(1, 120) readonly wbs!: string;

  @IsString() @Length(1, 500) readonly name!: string;

  @IsBoolean() readonly isSummary!: boolean;

  @IsBoolean() readonly isMilestone!: boolean;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineStart?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineFinish?: string;

  @IsInt() @Min(0) readonly durationMinutes!: number;

  @IsInt() @Min(0) readonly workMinutes!: number;

  /** Cost of the task in the plan file, baseline cost first, in the project's currency. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly budgetMinor?: string;

  @IsInt()
  @Min(0)
  @Max(100)
  readonly percentComplete!: number;

  @IsBoolean() readonly isCritical!: boolean;

  @IsInt() readonly totalFloatMinutes!: number;

  /** What the task waits for; empty when for nothing, left out where the plan was told before links were. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlannedLink)
  readonly predecessors?: readonly PlannedLink[];
}
