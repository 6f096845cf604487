import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PortfolioMoneyFigures } from './portfolio-money-figures.js';

/** Totals of budgets, cost and earned value. */
export class PortfolioMoney {
  static readonly subject = 'requests.budgeting.portfolio-money.v1';
  static readonly kind = 'query';
  static readonly answer = PortfolioMoneyFigures;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly portfolio?: string;
}
