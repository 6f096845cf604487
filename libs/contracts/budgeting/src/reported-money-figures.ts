import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ExchangeEffect } from './exchange-effect.js';
import { NamedRateSet } from './named-rate-set.js';
import { ReportedAmounts } from './reported-amounts.js';
import { ReportedPart } from './reported-part.js';

/** The money of a portfolio in one currency. Its parts sum to the totals exactly. */
export class ReportedMoneyFigures {
  @IsOptional() @IsString() @MaxLength(200) readonly portfolio?: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @ValidateNested()
  @Type(() => NamedRateSet)
  readonly rateSet!: NamedRateSet;

  @IsOptional()
  @ValidateNested()
  @Type(() => NamedRateSet)
  readonly comparedSet?: NamedRateSet;

  @ValidateNested()
  @Type(() => ReportedAmounts)
  readonly totals!: ReportedAmounts;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly cpi?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly spi?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportedPart)
  readonly parts!: readonly ReportedPart[];

  /** Only where rates are compared. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ExchangeEffect)
  readonly exchange?: ExchangeEffect;

  /** Functional currencies that a set has no rate for; their projects are in no figure. */
  @IsArray()
  @Matches(/^[A-Z]{3}$/, { each: true })
  readonly unconverted!: readonly string[];
}
