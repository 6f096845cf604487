import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, Min, ValidateNested } from 'class-validator';
import { PERFORMANCE_DENOMINATORS, PERFORMANCE_KINDS } from './performance-kinds.js';
import type { PerformanceDenominator, PerformanceKind } from './performance-kinds.js';
import { PerformanceRow } from './performance-row.js';

/**
 * A share, with both of its numbers and all that is behind them. No figure says more than its rows: where there is too
 * little of it, it has no percent.
 */
export class PerformanceFigure {
  @IsIn(PERFORMANCE_KINDS) readonly kind!: PerformanceKind;

  /** The numerator: tasks, minutes or days, as the denominator says. */
  @IsInt() @Min(0) readonly counted!: number;

  @IsInt() @Min(0) readonly of!: number;

  @IsIn(PERFORMANCE_DENOMINATORS) readonly ofWhat!: PerformanceDenominator;

  /** So many tasks, weeks, days or minutes are there to judge by, and so many it takes. */
  @IsInt() @Min(0) readonly known!: number;

  @IsInt() @Min(1) readonly needed!: number;

  @IsBoolean() readonly isEnough!: boolean;

  /** One decimal; only where there is enough to say. */
  @IsOptional() @IsNumber() @Min(0) readonly percent?: number;

  /** The middle half of the tasks took from this to that percent of what they were estimated at. */
  @IsOptional() @IsInt() @Min(0) readonly lowPercent?: number;

  @IsOptional() @IsInt() @Min(0) readonly highPercent?: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PerformanceRow)
  readonly rows!: readonly PerformanceRow[];
}
