import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Matches, Min, ValidateNested } from 'class-validator';
import { MilestoneTrendLine } from './milestone-trend-line.js';

/** Reporting dates against forecasts: a level line keeps its day, a rising one slips. */
export class MilestoneTrendChart {
  @IsUUID() readonly projectId!: string;

  /** The last reporting date: the status date of the plan, or today. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf!: string;

  /** By forecast; at most 200. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneTrendLine)
  readonly milestones!: readonly MilestoneTrendLine[];

  @IsInt() @Min(0) readonly milestoneCount!: number;
}
