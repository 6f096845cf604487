import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { TimeEntry } from './time-entry.js';
import { TIMESHEET_STATES } from './timesheet-line.js';
import { TimesheetRow } from './timesheet-row.js';

/** The sheet of a person and week. */
export class TimesheetFigures {
  /** Absent while nothing was written. */
  @IsOptional() @IsUUID() readonly sheetId?: string;

  @IsUUID() readonly personId!: string;

  @IsString() @MaxLength(200) readonly personName!: string;

  /** The Monday. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;

  @IsIn(TIMESHEET_STATES) readonly state!: (typeof TIMESHEET_STATES)[number];

  /** For `If-Match`; 0 while nothing was written. */
  @IsInt() @Min(0) readonly version!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TimeEntry)
  readonly entries!: readonly TimeEntry[];

  @IsInt() readonly totalMinutes!: number;

  /** Time the person has in the week, leave taken off. */
  @IsInt() @Min(0) readonly capacityMinutes!: number;

  /** What the plans have for the person in the week. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TimesheetRow)
  readonly planned!: readonly TimesheetRow[];

  /** The last day on which it is in time. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  /** The last closed day. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly lockedThrough?: string;

  /** The own sheet is written, another one decided on. */
  @IsBoolean() readonly isOwn!: boolean;

  /** Who decided last, and why it was returned. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly decidedByName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;
}
