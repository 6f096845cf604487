import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, Matches, Min, ValidateNested } from 'class-validator';
import { CurvePoint } from './curve-point.js';

/** Totals of all budgets in one currency: summed first, divided afterwards. */
export class CurrencyTotals {
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsInt() @Min(0) readonly projects!: number;

  /** Of these so many of which too much labour is withheld; `cpi` is that of the others. Left out when there are none. */
  @IsOptional() @IsInt() @Min(1) readonly withheldProjects?: number;

  @Matches(/^-?\d{1,18}$/) readonly bacMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly pvMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly evMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly acMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly committedMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly eacMinor!: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly cpi?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly spi?: string;

  @IsInt() @Min(0) readonly breached!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CurvePoint)
  readonly curve!: readonly CurvePoint[];
}
