import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { MilestoneCriterion } from './milestone-criterion.js';
import { MilestoneLine } from './milestone-line.js';
import { TrendPoint } from './trend-point.js';

/** A milestone with how its forecast moved. */
export class MilestoneTrendLine extends MilestoneLine {
  /** The day it was reached. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly actualOn?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly ownerName?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneCriterion)
  readonly criteria!: readonly MilestoneCriterion[];

  /** What was promised at first; later baselines do not change it. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly firstBaselineOn?: string;

  /** Days later than promised at first, whatever was promised since; absent without a baseline. */
  @IsOptional() @IsInt() readonly slipSinceFirstDays?: number;

  /** Days that the forecast moved from the first reporting date to the last, later positive. */
  @IsInt() readonly movedDays!: number;

  /** One for each reporting date on which the forecast was set, in their order; the last one says what is expected now. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TrendPoint)
  readonly points!: readonly TrendPoint[];
}
