import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { CurrencyTotals } from './currency-totals.js';
import { UncodedCost } from './uncoded-cost.js';

/** The money of the portfolio per currency. */
export class PortfolioMoneyFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CurrencyTotals)
  readonly totals!: readonly CurrencyTotals[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => UncodedCost)
  readonly uncoded!: readonly UncodedCost[];
}
