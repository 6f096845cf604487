import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { ReportedMoneyFigures } from './reported-money-figures.js';

/** The money of a portfolio, or of all that the person may see, in one reporting currency. */
export class ReportedMoney {
  static readonly subject = 'requests.budgeting.reported-money.v1';
  static readonly kind = 'query';
  static readonly answer = ReportedMoneyFigures;

  @IsOptional() @IsString() @Length(1, 200) readonly portfolio?: string;

  /** As set for the portfolio when left out; needed without a portfolio. */
  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;

  /** An approved set; as set for the portfolio when left out; needed without a portfolio. */
  @IsOptional() @IsUUID() readonly setId?: string;

  @IsOptional() @IsUUID() readonly comparedSetId?: string;
}
