import { IsUUID } from 'class-validator';
import { ScheduleRiskReport } from './schedule-risk-report.js';

/** The estimates of a plan and its last simulation. */
export class ScheduleRisk {
  static readonly subject = 'requests.projects.schedule-risk.v1';
  static readonly kind = 'query';
  static readonly answer = ScheduleRiskReport;

  @IsUUID() readonly projectId!: string;
}
