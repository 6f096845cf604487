import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { ScheduledPlan } from './scheduled-plan.js';

/** The tasks of a project in outline order, a page at a time. */
export class ProjectPlan {
  static readonly subject = 'requests.projects.project-plan.v1';
  static readonly kind = 'query';
  static readonly answer = ScheduledPlan;

  @IsUUID() readonly projectId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly limit?: number;
}
