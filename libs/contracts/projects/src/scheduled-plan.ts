import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ScheduledTask } from './scheduled-task.js';

/** The plan of a project with its computed schedule. */
export class ScheduledPlan {
  @IsUUID() readonly projectId!: string;

  /** 0 when the project has no plan yet. */
  @IsInt() @Min(0) readonly planVersion!: number;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineFinish?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dataDate?: string;

  @IsInt() @Min(0) readonly taskCount!: number;

  @IsInt() @Min(0) readonly criticalCount!: number;

  @IsInt()
  @Min(0)
  @Max(100)
  readonly percentComplete!: number;

  @IsArray()
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  readonly clashes!: readonly string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ScheduledTask)
  readonly tasks!: readonly ScheduledTask[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly nextCursor?: string;
}
