import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/**
 * The sheet of a person and week was not handed in by its deadline; told once, and once more when it is handed in after
 * all.
 */
export class TimesheetMissed {
  static readonly subject = 'events.resourcing.timesheet-missed.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  /** Who decides on the person's sheets, where it is known. */
  @IsOptional() @IsUUID() readonly lineManagerId?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsIn(['missing', 'handed-in']) readonly state!: 'missing' | 'handed-in';
}
