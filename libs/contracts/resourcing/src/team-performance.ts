import { IsOptional, Matches } from 'class-validator';
import { PERIOD } from './performance-kinds.js';
import { TeamPerformanceFigures } from './team-performance-figures.js';

/** Whose figures of a period the caller may look at as line manager, and from when. No figures: people are not compared. */
export class TeamPerformance {
  static readonly subject = 'requests.resourcing.team-performance.v1';
  static readonly kind = 'query';
  static readonly answer = TeamPerformanceFigures;

  /** The last one that is over unless told. */
  @IsOptional() @Matches(PERIOD) readonly period?: string;
}
