import { IsBoolean, IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';

/**
 * What the time of a project cost. Masked: what is shown goes on only by steps that hold the cost of at least five people, none
 * of them more than half of a step, and is rounded; so no two answers differ by what one person costs.
 */
export class LabourCostFigures {
  @IsUUID() readonly projectId!: string;

  @IsBoolean() readonly isMasked!: boolean;

  /** Absent while there is nothing that may be shown. */
  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly amountMinor?: string;

  /** The amount is a multiple of this: at least what one of the people costs on average. Absent where it is exact. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly roundedToMinor?: string;

  /** Behind the amount. */
  @IsInt() @Min(0) readonly people!: number;

  /** Behind the amount. */
  @IsInt() readonly minutes!: number;

  /** The latest day behind the amount. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly through?: string;
}
