import { IsInt, IsString, Length, Matches, Min } from 'class-validator';

/** A baseline, or the plan of now, in sums. */
export class BaselineTotals {
  @IsString() @Length(1, 200) readonly name!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly workMinutes!: number;

  @Matches(/^-?\d{1,18}$/) readonly budgetMinor!: string;

  @IsInt() @Min(0) readonly taskCount!: number;

  @IsInt() @Min(0) readonly linkCount!: number;
}
