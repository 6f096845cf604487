import { IsInt, Matches, Max, Min } from 'class-validator';

/** What the risks cost at most in so many percent of the runs, in minor units. */
export class RiskCost {
  @IsInt()
  @Min(1)
  @Max(99)
  readonly percent!: number;

  @Matches(/^\d{1,18}$/) readonly costMinor!: string;
}
