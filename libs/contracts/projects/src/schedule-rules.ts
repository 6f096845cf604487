import { IsUUID } from 'class-validator';
import { ScheduleRulesInForce } from './schedule-rules-in-force.js';

/** How the plan of a project is scheduled, and every wish in it that cannot be met. */
export class ScheduleRules {
  static readonly subject = 'requests.projects.schedule-rules.v1';
  static readonly kind = 'query';
  static readonly answer = ScheduleRulesInForce;

  @IsUUID() readonly projectId!: string;
}
