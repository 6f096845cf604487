import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { MilestoneOutlooks } from './milestone-outlooks.js';

export const FORECAST_UNITS = ['items', 'points'] as const;
export type ForecastUnit = (typeof FORECAST_UNITS)[number];

/** When the milestones that wait for items of the backlog will be reached, by what the team finished in earlier weeks. */
export class MilestoneForecast {
  static readonly subject = 'requests.projects.milestone-forecast.v1';
  static readonly kind = 'query';
  static readonly answer = MilestoneOutlooks;

  @IsUUID() readonly projectId!: string;

  /** What is counted; items when absent. */
  @IsOptional() @IsIn(FORECAST_UNITS) readonly unit?: ForecastUnit;

  /** The same seed on the same history gives the same answer; 1 when absent. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  readonly seed?: number;
}
