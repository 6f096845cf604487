import { IsUUID, Matches } from 'class-validator';
import { PERIOD } from './performance-kinds.js';

/** Somebody looked at the own figures of a period, which settles them. Carries none of them, and no comment. */
export class PerformanceSeen {
  static readonly subject = 'events.resourcing.performance-seen.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @Matches(PERIOD) readonly period!: string;
}
