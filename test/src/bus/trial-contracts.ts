import 'reflect-metadata';
import { IsInt, IsString, Max, Min } from 'class-validator';

/** Contracts of a trial pair of services, under names that the broker's permissions know. */
export class TaskProgressed {
  static readonly subject = 'events.projects.task-progressed.v1';
  static readonly aggregate = 'projectId';
  @IsString() readonly projectId!: string;
  @IsInt() @Min(0) readonly step!: number;
}

export class TaskCommented {
  static readonly subject = 'events.projects.task-commented.v1';
  static readonly aggregate = 'projectId';
  @IsString() readonly projectId!: string;
  @IsString() readonly text!: string;
}

export class EarnedValueChanged {
  static readonly subject = 'events.budgeting.earned-value-changed.v1';
  static readonly aggregate = 'projectId';
  @IsString() readonly projectId!: string;
  @IsInt() @Min(0) @Max(1_000_000_000) readonly earned!: number;
}

export class ProgressReported {
  @IsInt() readonly step!: number;
  @IsString() readonly receipt!: string;
}

export class ReportProgress {
  static readonly subject = 'requests.projects.report-progress.v1';
  static readonly kind = 'command';
  static readonly answer = ProgressReported;
  @IsString() readonly projectId!: string;
  @IsInt() @Min(1) @Max(100) readonly steps!: number;
}
