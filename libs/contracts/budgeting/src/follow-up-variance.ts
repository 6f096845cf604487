import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { VarianceRecord } from './variance-record.js';

/**
 * What became of a corrective action: it goes on (perhaps to a later day), it worked, which closes the variance, or it did
 * not, which asks for another one.
 */
export class FollowUpVariance {
  static readonly subject = 'requests.budgeting.follow-up-variance.v1';
  static readonly kind = 'command';
  static readonly answer = VarianceRecord;

  @IsUUID() readonly varianceId!: string;

  @IsIn(['goes-on', 'worked', 'did-not-work']) readonly outcome!: 'goes-on' | 'worked' | 'did-not-work';

  @IsString() @Length(1, 4000) readonly note!: string;

  /** A new day for an action that goes on. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;
}
