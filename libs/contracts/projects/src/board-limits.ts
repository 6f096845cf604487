import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Max, Min } from 'class-validator';

/** How many items the columns of a board may hold at a time, and what becomes of one more. */
export class BoardLimits {
  @IsInt() @Min(1) readonly version!: number;

  @IsIn(['warn', 'refuse']) readonly onOverrun!: 'warn' | 'refuse';

  /** Items of a sprint that nobody has begun; no limit when absent. */
  @IsOptional() @IsInt() @Min(1) @Max(500) readonly committed?: number;

  /** Items in work; no limit when absent. */
  @IsOptional() @IsInt() @Min(1) @Max(500) readonly inProgress?: number;

  @IsString() readonly setByName!: string;

  @IsISO8601() readonly setAt!: string;
}
