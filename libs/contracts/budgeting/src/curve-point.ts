import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** One period of a cost curve, cumulative. */
export class CurvePoint {
  /** Month, `YYYY-MM`. */
  @IsString() @Length(1, 10) readonly period!: string;

  @Matches(/^-?\d{1,18}$/) readonly pvMinor!: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly evMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly acMinor?: string;
}
