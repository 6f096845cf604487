import { Type } from 'class-transformer';
import { IsArray, IsOptional, ValidateNested } from 'class-validator';
import { RaidLine } from './raid-line.js';
import { RaidTotals } from './raid-totals.js';

/** What the portfolio is exposed to. */
export class PortfolioRaidFigures {
  /** A line for each currency: amounts of different currencies are not added. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidTotals)
  readonly totals!: readonly RaidTotals[];

  /** Open entries by cost, the greatest first; so many of each currency as were asked for. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidLine)
  readonly topByCost!: readonly RaidLine[];

  /** Open entries by days. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidLine)
  readonly topByDays!: readonly RaidLine[];

  /** Open opportunities by what they are expected to save, the greatest first; so many of each currency as were asked for. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RaidLine)
  readonly topOpportunities?: readonly RaidLine[];
}
