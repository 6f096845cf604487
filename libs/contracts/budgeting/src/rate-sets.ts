import { IsOptional, IsUUID, Matches } from 'class-validator';
import { RateSetList } from './rate-set-list.js';

/** The sets of exchange rates: one of them, or the hundred fixed last. */
export class RateSets {
  static readonly subject = 'requests.budgeting.rate-sets.v1';
  static readonly kind = 'query';
  static readonly answer = RateSetList;

  @IsOptional() @IsUUID() readonly setId?: string;

  /** Only sets fixed before this day. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly before?: string;
}
