import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { ProgressReported } from './progress-reported.js';

/** Reports how far a task is. */
export class ReportProgress {
  static readonly subject = 'requests.projects.report-progress.v1';
  static readonly kind = 'command';
  static readonly answer = ProgressReported;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly taskId!: string;

  @IsInt()
  @Min(0)
  @Max(100)
  readonly percentComplete!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly actualStart?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly actualFinish?: string;
}
