import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';

/** The forecast is within tolerance again. */
export class ToleranceRestored {
  static readonly subject = 'events.budgeting.tolerance-restored.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsIn(['cost', 'time']) readonly dimension!: 'cost' | 'time';

  @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly deviationPercent!: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly forecastMinor?: string;

  /** What was forecast before. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly forecastBeforeMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly budgetMinor?: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;
}
