import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { TIMESHEET_STATES } from './timesheet-line.js';
import { TimesheetPage } from './timesheet-page.js';

/** Sheets the caller decides on, the longest waiting first, a page at a time. */
export class ListTimesheets {
  static readonly subject = 'requests.resourcing.list-timesheets.v1';
  static readonly kind = 'query';
  static readonly answer = TimesheetPage;

  /** `submitted` unless told. */
  @IsOptional() @IsIn(TIMESHEET_STATES) readonly state?: (typeof TIMESHEET_STATES)[number];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit?: number;
}
