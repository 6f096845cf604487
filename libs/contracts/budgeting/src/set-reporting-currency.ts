import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { ReportingCurrencyVersion } from './reporting-currency-version.js';

/** In which currency a portfolio is reported, and with which frozen rates. */
export class SetReportingCurrency {
  static readonly subject = 'requests.budgeting.set-reporting-currency.v1';
  static readonly kind = 'command';
  static readonly answer = ReportingCurrencyVersion;

  @IsString() @Length(1, 200) readonly portfolio!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  /** An approved set. */
  @IsUUID() readonly setId!: string;

  /** The approved set that gains and losses are measured against, such as that of the budget. */
  @IsOptional() @IsUUID() readonly comparedSetId?: string;
}
