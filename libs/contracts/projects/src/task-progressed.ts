import { IsBoolean, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

/** A task's reported completion changed. Published once for every accepted report, in report order. */
export class TaskProgressed {
  static readonly subject = 'events.projects.task-progressed.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly taskId!: string;

  @IsInt() @Min(1) readonly taskVersion!: number;

  /** Physical completion; it may go down: a report can correct an earlier one. */
  @IsInt()
  @Min(0)
  @Max(100)
  readonly percentComplete!: number;

  /** The day the reporter says the progress was true, not when it was typed in. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly actualStart?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly actualFinish?: string;

  @IsBoolean() readonly isMilestone!: boolean;

  @IsUUID() readonly reportedBy!: string;
}
