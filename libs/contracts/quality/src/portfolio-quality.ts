import { IsOptional, Matches } from 'class-validator';
import { PortfolioQualityFigures } from './portfolio-quality-figures.js';

/** Counts over all milestones. */
export class PortfolioQuality {
  static readonly subject = 'requests.quality.portfolio-quality.v1';
  static readonly kind = 'query';
  static readonly answer = PortfolioQualityFigures;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf?: string;
}
