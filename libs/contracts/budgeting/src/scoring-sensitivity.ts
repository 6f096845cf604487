import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { OrderSwap } from './order-swap.js';
import { WeightRange } from './weight-range.js';

/** How much the ranking hangs on the weights: exact, where scores are linear in them. */
export class ScoringSensitivity {
  /** How many are chosen: the first ones of the ranking. */
  @IsInt() @Min(1) readonly chosen!: number;

  /** By criterion, between which weights the same ones are chosen. */
  @ValidateNested({ each: true })
  @Type(() => WeightRange)
  readonly ranges!: readonly WeightRange[];

  /** Where neighbours change places, the smallest change of a weight first. */
  @ValidateNested({ each: true })
  @Type(() => OrderSwap)
  readonly swaps!: readonly OrderSwap[];

  /** Candidates that are not in it: without a score, or rescaled for a missing one and so not linear. */
  @IsArray() @IsString({ each: true }) readonly leftOut!: readonly string[];
}
