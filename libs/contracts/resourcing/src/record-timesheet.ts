import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, Matches, ValidateNested } from 'class-validator';
import { Recorded } from './recorded.js';
import { TimeLine } from './time-line.js';

/**
 * Writes what is not approved yet of the own sheet of a week anew. Approved lines are never changed: a line with
 * `reversesEntryId` takes one back.
 */
export class RecordTimesheet {
  static readonly subject = 'requests.resourcing.record-timesheet.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** Any day of the week. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;

  @IsArray()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => TimeLine)
  readonly lines!: readonly TimeLine[];
}
