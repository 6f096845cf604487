import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { MilestoneInPortfolio } from './milestone-in-portfolio.js';

/** Schedule of the portfolio in figures. */
export class PortfolioScheduleFigures {
  @IsInt() @Min(0) readonly projects!: number;

  @IsInt() @Min(0) readonly withPlan!: number;

  /** Plans whose computed finish is after the baseline finish. */
  @IsInt() @Min(0) readonly late!: number;

  @IsInt() @Min(0) readonly milestonesNext30Days!: number;

  @IsInt() @Min(0) readonly milestonesSlipped!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneInPortfolio)
  readonly nextMilestones!: readonly MilestoneInPortfolio[];
}
