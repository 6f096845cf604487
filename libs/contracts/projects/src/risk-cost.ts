import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** What the risks cost at most in so many percent of the runs, in minor units. */
export class RiskCost {
  @IsInt()
  @Min(1)
  @Max(99)
  readonly percent!: number;

  /** What is to be held ready: 0 where opportunities save more than threats cost. */
  @Matches(/^\d{1,18}$/) readonly costMinor!: string;

  /** Only where opportunities save more than threats cost: what is left over, as a negative amount. */
  @IsOptional() @Matches(/^-\d{1,18}$/) readonly savedMinor?: string;
}
