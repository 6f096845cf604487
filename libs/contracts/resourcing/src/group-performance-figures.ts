import { Type } from 'class-transformer';
import { IsArray, IsInt, Matches, Min, ValidateNested } from 'class-validator';
import { GroupPerformanceLine } from './group-performance-line.js';
import { PERIOD } from './performance-kinds.js';

/** Units by name. They share nobody, and no sum of them is given. */
export class GroupPerformanceFigures {
  @Matches(PERIOD) readonly period!: string;

  /** Made once, on this day, and not changed by who comes or goes afterwards. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly madeOn!: string;

  /** Fewer people than this are no group. */
  @IsInt() @Min(1) readonly smallestGroup!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GroupPerformanceLine)
  readonly groups!: readonly GroupPerformanceLine[];
}
