import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

/**
 * Time that a person worked for a project is approved: one line of a timesheet, told once. A line that was wrong is not
 * changed: a second one with the same person, task and minutes below zero takes it back and names it in
 * `reversesEntryId`, so that the minutes told for a project always sum to what holds. Its day is that of the line, or a
 * later one when that is closed; it costs what the line cost, below zero. Carries no rate and no salary: budgeting prices
 * it with the rates of the day.
 */
export class TimeBooked {
  static readonly subject = 'events.resourcing.time-booked.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly entryId!: string;

  @IsUUID() readonly projectId!: string;

  /** Absent: worked for the project as a whole. */
  @IsOptional() @IsUUID() readonly taskId?: string;

  @IsUUID() readonly personId!: string;

  /** What the person was employed as on the day, for a rate card. */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  readonly role?: string;

  /** Cost grade of the person on the day, where one is known; never a salary. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  readonly grade?: string;

  /** The site the person worked for, as HR names it. */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  readonly siteId?: string;

  /** The partner who lent the person, for its rate card. */
  @IsOptional() @IsUUID() readonly partnerId?: string;

  /** The day on which the work was done. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly day!: string;

  /** Below zero for a reversal. */
  @IsInt() @Min(-1_440) @Max(1_440) readonly minutes!: number;

  /** The line that this one takes back. */
  @IsOptional() @IsUUID() readonly reversesEntryId?: string;
}
