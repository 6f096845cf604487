import { IsString, IsUUID, Length } from 'class-validator';
import { RateSetFigures } from './rate-set-figures.js';

/** Freezes a set of exchange rates, by somebody else than who recorded it. Cost that waited for a rate is posted now. */
export class ApproveRateSet {
  static readonly subject = 'requests.budgeting.approve-rate-set.v1';
  static readonly kind = 'command';
  static readonly answer = RateSetFigures;

  @IsUUID() readonly setId!: string;

  @IsString() @Length(1, 300) readonly decision!: string;
}
