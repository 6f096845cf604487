import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Recorded } from './recorded.js';

/**
 * How many items the columns of a board may hold at a time, wholly as it is to be now. What is over a limit already stays; a
 * move that goes over it is told or refused. The version is that of the limits, 0 while there are none.
 */
export class SetBoardLimits {
  static readonly subject = 'requests.projects.set-board-limits.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  /** What becomes of a move into a column that is full. */
  @IsIn(['warn', 'refuse']) readonly onOverrun!: 'warn' | 'refuse';

  /** Items of a sprint that nobody has begun; no limit when absent. */
  @IsOptional() @IsInt() @Min(1) @Max(500) readonly committed?: number;

  /** Items in work; no limit when absent. */
  @IsOptional() @IsInt() @Min(1) @Max(500) readonly inProgress?: number;
}
