import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

/** What is worked on that belongs to no project. */
export const BACKGROUND_WORK = ['administration', 'meetings', 'training', 'support', 'other'] as const;

/**
 * A line of a sheet as it is handed in: time of a day for a project, with or without a task, or for background work; or
 * the taking back of an approved line.
 */
export class TimeLine {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly day!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional() @IsUUID() readonly taskId?: string;

  @IsOptional() @IsIn(BACKGROUND_WORK) readonly background?: (typeof BACKGROUND_WORK)[number];

  /** Left out for a line that takes another one back: it has the minutes of that, below zero. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_440)
  readonly minutes?: number;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly note?: string;

  /** The approved line that this one takes back; its day counts, unless that is closed. */
  @IsOptional() @IsUUID() readonly reversesEntryId?: string;
}
