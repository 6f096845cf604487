import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { TimesheetLine } from './timesheet-line.js';

/** A page of sheets. */
export class TimesheetPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TimesheetLine)
  readonly timesheets!: readonly TimesheetLine[];

  @IsInt() @Min(0) readonly total!: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly nextCursor?: string;
}
