import { IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';

/** Work that the person is booked for in the week, to be filled in. */
export class TimesheetRow {
  @IsUUID() readonly projectId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly projectName?: string;

  @IsUUID() readonly taskId!: string;

  @IsString() @MaxLength(500) readonly taskName!: string;

  /** What the plan has for the week. */
  @IsInt() @Min(0) readonly plannedMinutes!: number;
}
