import { IsOptional, IsUUID, Matches } from 'class-validator';
import { TimesheetFigures } from './timesheet-figures.js';

/** The sheet of a week: the own one, or that of somebody on whose sheets the caller decides. */
export class Timesheet {
  static readonly subject = 'requests.resourcing.timesheet.v1';
  static readonly kind = 'query';
  static readonly answer = TimesheetFigures;

  /** Any day of the week; today unless told. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart?: string;

  /** The caller unless told. */
  @IsOptional() @IsUUID() readonly personId?: string;
}
