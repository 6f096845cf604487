import { IsOptional, Matches } from 'class-validator';
import { MissingTimesheetsFigures } from './missing-timesheets-figures.js';

/** Who has time in a week and has not handed a sheet in, among those the caller decides on. */
export class MissingTimesheets {
  static readonly subject = 'requests.resourcing.missing-timesheets.v1';
  static readonly kind = 'query';
  static readonly answer = MissingTimesheetsFigures;

  /** Any day of the week; the last week that is overdue unless told. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart?: string;
}
