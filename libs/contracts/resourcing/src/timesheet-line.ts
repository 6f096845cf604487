import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

export const TIMESHEET_STATES = ['open', 'submitted', 'approved'] as const;

/** A sheet in a list. */
export class TimesheetLine {
  @IsUUID() readonly sheetId!: string;

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;

  @IsIn(TIMESHEET_STATES) readonly state!: (typeof TIMESHEET_STATES)[number];

  @IsInt() readonly totalMinutes!: number;

  /** Time the person has in the week, leave taken off. */
  @IsInt() @Min(0) readonly capacityMinutes!: number;

  /** Minutes of the lines that the decision is about; the others are approved already. */
  @IsInt() readonly pendingMinutes!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly submittedAt?: string;

  /** For `If-Match` of the decision. */
  @IsInt() @Min(1) readonly version!: number;
}
