import { IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';

/** The forecast finish left its tolerance, however the work stands today. */
export class FinishToleranceBreached {
  static readonly subject = 'events.budgeting.finish-tolerance-breached.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  /** Calendar days after the planned finish that are tolerated. */
  @IsInt() @Min(0) readonly limitDays!: number;

  /** Calendar days, late positive. */
  @IsInt() readonly deviationDays!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly plannedFinish!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastFinish!: string;

  /** What was forecast before; absent for the first forecast. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastBefore?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly since!: string;
}
