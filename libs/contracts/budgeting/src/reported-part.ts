import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Min, ValidateNested } from 'class-validator';
import { ReportedAmounts } from './reported-amounts.js';

/** Projects of one functional currency, in the reporting currency. */
export class ReportedPart {
  @Matches(/^[A-Z]{3}$/) readonly functionalCurrency!: string;

  @IsInt() @Min(1) readonly projects!: number;

  @ValidateNested()
  @Type(() => ReportedAmounts)
  readonly amounts!: ReportedAmounts;

  /** By how much actual cost is dearer with these rates than with the compared ones; below zero where it is cheaper. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly actualDifferenceMinor?: string;

  /** The same for what is still to come: EAC less actual cost. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly toCompleteDifferenceMinor?: string;
}
