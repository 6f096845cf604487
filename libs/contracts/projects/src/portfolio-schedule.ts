import { IsOptional, Matches } from 'class-validator';
import { PortfolioScheduleFigures } from './portfolio-schedule-figures.js';

/** Schedule figures and the next milestones of all projects the caller may see. */
export class PortfolioSchedule {
  static readonly subject = 'requests.projects.portfolio-schedule.v1';
  static readonly kind = 'query';
  static readonly answer = PortfolioScheduleFigures;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf?: string;
}
