import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PlanExportFile } from './plan-export-file.js';

/** Writes the dates of a plan for calendars of people (iCalendar, RFC 5545). */
export class ExportCalendar {
  static readonly subject = 'requests.projects.export-calendar.v1';
  static readonly kind = 'query';
  static readonly answer = PlanExportFile;

  @IsUUID() readonly projectId!: string;

  /** Milestones alone when absent. */
  @IsOptional()
  @IsIn(['milestones', 'milestones-and-tasks'])
  readonly contents?: 'milestones' | 'milestones-and-tasks';
}
