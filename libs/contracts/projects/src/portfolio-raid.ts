import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PortfolioRaidFigures } from './portfolio-raid-figures.js';
import { RAID_KINDS, type RaidKind } from './raid-facts.js';

/** The greatest exposures of all projects that the caller may see. */
export class PortfolioRaid {
  static readonly subject = 'requests.projects.portfolio-raid.v1';
  static readonly kind = 'query';
  static readonly answer = PortfolioRaidFigures;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly portfolio?: string;

  @IsOptional() @IsIn(RAID_KINDS) readonly kind?: RaidKind;

  /** How many of each list; 10 when absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit?: number;
}
