import { IsOptional, IsUUID, Matches } from 'class-validator';
import { ForecastRange } from './forecast-range.js';

/** What a project will have cost and when it will be finished, by every method. */
export class ProjectForecast {
  static readonly subject = 'requests.budgeting.project-forecast.v1';
  static readonly kind = 'query';
  static readonly answer = ForecastRange;

  @IsUUID() readonly projectId!: string;

  /** As it was said for an earlier status date; the latest when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate?: string;
}
