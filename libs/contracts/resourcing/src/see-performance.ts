import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { PERIOD } from './performance-kinds.js';
import { Recorded } from './recorded.js';

/**
 * The caller has looked at the own figures of a period that is over, and says something to them or nothing. They stay as
 * they were seen, and the line manager sees them from now on, with the comment.
 */
export class SeePerformance {
  static readonly subject = 'requests.resourcing.see-performance.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @Matches(PERIOD) readonly period!: string;

  /** In the place of what was said before. */
  @IsOptional() @IsString() @Length(1, 4_000) readonly comment?: string;
}
