import { IsOptional, Matches } from 'class-validator';

/** The money of a project that a slip would move, as budgeting told it last. Minor units. */
export class HitMoney {
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate!: string;

  /** Budget at completion. */
  @Matches(/^-?\d{1,18}$/) readonly budgetMinor!: string;

  /** Estimate at completion; absent where it is undefined. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly forecastMinor?: string;

  /** Estimate to complete: what is still to be spent; absent where it is undefined. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly openMinor?: string;
}
