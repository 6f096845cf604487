import { IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';

/** One thing behind a figure: a task, or a week. What stands for 0 of 0 is not counted, and says why. */
export class PerformanceRow {
  @IsString() @MaxLength(500) readonly name!: string;

  /** Left out where the reader may not see the project: then there is neither a name nor a reason. */
  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional() @IsUUID() readonly taskId?: string;

  /** The day of it, or the Monday of its week. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly day?: string;

  @IsInt() @Min(0) readonly counted!: number;

  @IsInt() @Min(0) readonly of!: number;

  @IsString() @MaxLength(700) readonly note!: string;
}
