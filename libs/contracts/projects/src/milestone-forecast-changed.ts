import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

/** After a sprint was closed a milestone is expected on other days than was told before. */
export class MilestoneForecastChanged {
  static readonly subject = 'events.projects.milestone-forecast-changed.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly milestoneId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf!: string;

  /** Items that are to be finished for it, and those that come before them. */
  @IsInt() @Min(1) readonly remainingItems!: number;

  @IsInt() @Min(1) readonly historyWeeks!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  /** By this day half of the runs are done; absent when they are not within the horizon. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p50On?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p80On?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly p90On?: string;

  /** Share of the runs that are done on the due day or before. */
  @IsInt() @Min(0) @Max(100) readonly inTimePercent!: number;
}
