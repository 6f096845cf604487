import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { BACKGROUND_WORK } from './time-line.js';

/** A line of a sheet. A project that the reader may not see has neither id nor name. */
export class TimeEntry {
  @IsUUID() readonly entryId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly day!: string;

  @IsOptional() @IsUUID() readonly projectId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly projectName?: string;

  @IsOptional() @IsUUID() readonly taskId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly taskName?: string;

  @IsOptional() @IsIn(BACKGROUND_WORK) readonly background?: (typeof BACKGROUND_WORK)[number];

  /** Below zero for a line that takes another one back. */
  @IsInt() readonly minutes!: number;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly note?: string;

  @IsOptional() @IsUUID() readonly reversesEntryId?: string;

  @IsBoolean() readonly isApproved!: boolean;

  /** Another line takes it back. */
  @IsBoolean() readonly isReversed!: boolean;
}
