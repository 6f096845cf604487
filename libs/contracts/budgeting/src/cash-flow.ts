import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** Money in and out at the end of a period. */
export class CashFlow {
  /** `2027`, or `2027-Q1`: all of a business case are equally long. */
  @IsString() @Length(1, 30) readonly period!: string;

  @Matches(/^\d{1,15}$/) readonly inMinor!: string;

  @Matches(/^\d{1,15}$/) readonly outMinor!: string;

  @IsOptional() @IsString() @MaxLength(300) readonly what?: string;
}
