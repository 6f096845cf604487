import { Type } from 'class-transformer';
import { IsArray, IsBoolean, Matches, ValidateNested } from 'class-validator';
import { MissingTimesheet } from './missing-timesheet.js';

/** Sheets of a week that are missing, by name. */
export class MissingTimesheetsFigures {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;

  /** The last day on which a sheet is in time. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsBoolean() readonly isOverdue!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MissingTimesheet)
  readonly missing!: readonly MissingTimesheet[];
}
