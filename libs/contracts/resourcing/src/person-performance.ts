import { IsOptional, IsUUID, Matches } from 'class-validator';
import { PERIOD } from './performance-kinds.js';
import { PersonPerformanceFigures } from './person-performance-figures.js';

/**
 * The figures of a period: the own ones at any time; those of the people one is line manager of, once they have looked at
 * them or were told of them two weeks ago. Nobody else gets them.
 */
export class PersonPerformance {
  static readonly subject = 'requests.resourcing.person-performance.v1';
  static readonly kind = 'query';
  static readonly answer = PersonPerformanceFigures;

  /** The caller unless told. */
  @IsOptional() @IsUUID() readonly personId?: string;

  /** The last one that is over unless told. */
  @IsOptional() @Matches(PERIOD) readonly period?: string;
}
