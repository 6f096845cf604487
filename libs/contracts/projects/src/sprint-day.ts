import { IsInt, IsNumber, IsOptional, Matches, Min } from 'class-validator';

/** A working day of a sprint at its evening, and a free day on which something happened. */
export class SprintDay {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on!: string;

  /** What would be left if the commitment melted evenly over the working days; 0 after the last planned one. */
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  readonly idealPoints!: number;

  /** All points of the sprint (burn-up: the upper line); this and the rest are absent for days to come. */
  @IsOptional() @IsInt() @Min(0) readonly scopePoints?: number;

  /** Points done so far (burn-up: the lower line). */
  @IsOptional() @IsInt() @Min(0) readonly donePoints?: number;

  /** Scope less what is done (burn-down). */
  @IsOptional() @IsInt() @Min(0) readonly remainingPoints?: number;

  /** Points that came into the sprint on this day after it began, by new items or higher estimates. */
  @IsOptional() @IsInt() @Min(0) readonly addedPoints?: number;

  /** Points that were taken out of it on this day, by items that left or lower estimates. */
  @IsOptional() @IsInt() @Min(0) readonly removedPoints?: number;

  @IsOptional() @IsInt() @Min(0) readonly scopeItems?: number;

  @IsOptional() @IsInt() @Min(0) readonly doneItems?: number;
}
