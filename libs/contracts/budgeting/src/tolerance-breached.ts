import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';

/** The forecast broke the cost tolerance of the project, whatever today's actual cost is. */
export class ToleranceBreached {
  static readonly subject = 'events.budgeting.tolerance-breached.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsIn(['cost', 'time']) readonly dimension!: 'cost' | 'time';

  @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly limitPercent!: string;

  @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly deviationPercent!: string;

  @Matches(/^-?\d{1,18}$/) readonly forecastMinor!: string;

  /** What was forecast before. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly forecastBeforeMinor?: string;

  @Matches(/^-?\d{1,18}$/) readonly budgetMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly since!: string;
}
