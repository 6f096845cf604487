import { IsOptional, Matches } from 'class-validator';
import { GroupPerformanceFigures } from './group-performance-figures.js';
import { PERIOD } from './performance-kinds.js';

/** Figures of organisation units in a period, as far as they say nothing about a single person. */
export class GroupPerformance {
  static readonly subject = 'requests.resourcing.group-performance.v1';
  static readonly kind = 'query';
  static readonly answer = GroupPerformanceFigures;

  /** The last one that is over unless told. */
  @IsOptional() @Matches(PERIOD) readonly period?: string;
}
