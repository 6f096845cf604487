import { PortfolioMoneyFigures } from '@meridian/contracts-budgeting';
import { WaitingDecisions } from '@meridian/contracts-governance';
import { PortfolioScheduleFigures } from '@meridian/contracts-projects';
import { PortfolioQualityFigures } from '@meridian/contracts-quality';
import { AttentionList, PortfolioHealthFigures } from '@meridian/contracts-reporting';
import { PortfolioCapacityFigures } from '@meridian/contracts-resourcing';
import { Type } from 'class-transformer';
import { IsArray, IsISO8601, IsOptional, ValidateNested } from 'class-validator';
import { Gap } from '../http/gap.js';

/** The portfolio as the caller may see it. A part whose service did not answer is null and named in `missing`. */
export class PortfolioPage {
  @IsISO8601() readonly asOf!: string;

  @IsOptional() @Type(() => PortfolioHealthFigures) readonly health!: PortfolioHealthFigures | null;
  @IsOptional() @Type(() => AttentionList) readonly attention!: AttentionList | null;
  @IsOptional() @Type(() => PortfolioMoneyFigures) readonly money!: PortfolioMoneyFigures | null;
  @IsOptional() @Type(() => PortfolioScheduleFigures) readonly schedule!: PortfolioScheduleFigures | null;
  @IsOptional() @Type(() => PortfolioCapacityFigures) readonly capacity!: PortfolioCapacityFigures | null;
  @IsOptional() @Type(() => PortfolioQualityFigures) readonly quality!: PortfolioQualityFigures | null;
  @IsOptional() @Type(() => WaitingDecisions) readonly decisions!: WaitingDecisions | null;

  @IsArray() @ValidateNested({ each: true }) @Type(() => Gap) readonly missing!: readonly Gap[];
}
