import { IsIn, IsNumber, Min } from 'class-validator';
import { PERFORMANCE_DENOMINATORS, PERFORMANCE_KINDS } from './performance-kinds.js';
import type { PerformanceDenominator, PerformanceKind } from './performance-kinds.js';

/** A share over all people of a group, the sum of what was counted in the sum of what it is a share of. */
export class GroupFigure {
  @IsIn(PERFORMANCE_KINDS) readonly kind!: PerformanceKind;

  @IsIn(PERFORMANCE_DENOMINATORS) readonly ofWhat!: PerformanceDenominator;

  /** In whole percent: finer would tell more about single ones. */
  @IsNumber() @Min(0) readonly percent!: number;
}
