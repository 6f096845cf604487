import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { BusinessCaseGate } from './business-case-gate.js';
import { CashFlow } from './cash-flow.js';

/** A version of a business case with its figures; what is undefined is absent. */
export class BusinessCaseFigures {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 300) readonly summary!: string;

  @IsString() readonly assumptions!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^-?\d{1,2}(\.\d{1,6})?$/) readonly discountRate!: string;

  @Matches(/^-?\d{1,15}$/) readonly nowMinor!: string;

  @ValidateNested({ each: true })
  @Type(() => CashFlow)
  readonly flows!: readonly CashFlow[];

  @Matches(/^-?\d{1,18}$/) readonly npvMinor!: string;

  /** Where there are several, none may be quoted alone. */
  @IsIn(['none', 'one', 'several']) readonly irrState!: 'none' | 'one' | 'several';

  /** For one period, ascending: `0.086631` is 8.66 per cent. */
  @IsArray() @Matches(/^-?\d{1,12}\.\d{6}$/, { each: true }) readonly irrRates!: readonly string[];

  /** Present value of what comes in over that of what goes out. */
  @IsOptional() @Matches(/^-?\d{1,12}\.\d{6}$/) readonly profitabilityIndex?: string;

  /** Periods until what went out is back for good; absent when it never is. */
  @IsOptional() @Matches(/^\d{1,4}\.\d{6}$/) readonly paybackPeriods?: string;

  @IsOptional() @Matches(/^\d{1,4}\.\d{6}$/) readonly discountedPaybackPeriods?: string;

  @IsISO8601() readonly recordedAt!: string;

  @IsString() @Length(1, 200) readonly recordedBy!: string;

  /** The gates that were decided on this version. */
  @ValidateNested({ each: true })
  @Type(() => BusinessCaseGate)
  readonly gates!: readonly BusinessCaseGate[];
}
