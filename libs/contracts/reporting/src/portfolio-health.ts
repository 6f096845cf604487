import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PortfolioHealthFigures } from './portfolio-health-figures.js';

/** Health counts, programmes and a page of projects, worst first. */
export class PortfolioHealth {
  static readonly subject = 'requests.reporting.portfolio-health.v1';
  static readonly kind = 'query';
  static readonly answer = PortfolioHealthFigures;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly portfolio?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly limit?: number;
}
