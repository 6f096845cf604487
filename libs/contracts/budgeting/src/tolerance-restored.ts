import { IsIn, IsUUID, Matches } from 'class-validator';

/** The forecast is within tolerance again. */
export class ToleranceRestored {
  static readonly subject = 'events.budgeting.tolerance-restored.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsIn(['cost', 'time']) readonly dimension!: 'cost' | 'time';

  @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly deviationPercent!: string;
}
