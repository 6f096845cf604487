import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { ScheduleQualityReport } from './schedule-quality-report.js';

/** How good the schedule of a project is: the 14 points of DCMA and the ten practices of GAO, as it stands now. */
export class ScheduleQuality {
  static readonly subject = 'requests.projects.schedule-quality.v1';
  static readonly kind = 'query';
  static readonly answer = ScheduleQualityReport;

  @IsUUID() readonly projectId!: string;

  /** Name of a figure: then only this one is told, with up to 1,000 of its tasks and links instead of 25. */
  @IsOptional() @IsString() @Length(1, 100) readonly figure?: string;
}
