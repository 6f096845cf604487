import { Type } from 'class-transformer';
import { IsArray, Matches, ValidateNested } from 'class-validator';
import { PERIOD } from './performance-kinds.js';
import { TeamPerformanceLine } from './team-performance-line.js';

/** The caller's people, by name and nothing else. */
export class TeamPerformanceFigures {
  @Matches(PERIOD) readonly period!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TeamPerformanceLine)
  readonly people!: readonly TeamPerformanceLine[];
}
