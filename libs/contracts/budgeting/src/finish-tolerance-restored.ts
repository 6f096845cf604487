import { IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';

/** The forecast finish is within its tolerance again, or none is set any more. */
export class FinishToleranceRestored {
  static readonly subject = 'events.budgeting.finish-tolerance-restored.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  /** Absent where no limit is set any more. */
  @IsOptional() @IsInt() @Min(0) readonly limitDays?: number;

  /** Calendar days, late positive. */
  @IsInt() readonly deviationDays!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly plannedFinish!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastFinish!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastBefore?: string;
}
