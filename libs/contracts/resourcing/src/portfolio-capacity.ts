import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { PortfolioCapacityFigures } from './portfolio-capacity-figures.js';

/** Capacity over the coming weeks. */
export class PortfolioCapacity {
  static readonly subject = 'requests.resourcing.portfolio-capacity.v1';
  static readonly kind = 'query';
  static readonly answer = PortfolioCapacityFigures;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly from?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(104)
  readonly weeks?: number;
}
