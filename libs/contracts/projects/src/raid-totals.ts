import { IsInt, IsNumber, IsOptional, Matches, Min } from 'class-validator';

/** Open entries in one currency. Exposures are expected values: their sum is the expected value of all. */
export class RaidTotals {
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsInt() @Min(0) readonly openCount!: number;

  @IsInt() @Min(0) readonly overdueCount!: number;

  @Matches(/^\d{1,20}$/) readonly exposureMinor!: string;

  /** Days do not add up to days of delay (see the simulation); the sum shows the trend. */
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  readonly exposureDays!: number;

  /** What open opportunities are expected to save; they are no part of the exposure. */
  @IsOptional() @Matches(/^\d{1,20}$/) readonly opportunityMinor?: string;

  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  readonly opportunityDays?: number;

  /** The exposure less what opportunities are expected to save; negative when they outweigh it. */
  @IsOptional() @Matches(/^-?\d{1,20}$/) readonly netMinor?: string;
}
