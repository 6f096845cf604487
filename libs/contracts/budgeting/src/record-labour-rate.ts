import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { LabourRateHistory } from './labour-rate-history.js';

/**
 * Records what an hour of somebody costs from a day on. Every record is a version, also for a day that is past: nothing is
 * rewritten, and what was priced stays priced. Time that waited for the rate is priced now.
 */
export class RecordLabourRate {
  static readonly subject = 'requests.budgeting.record-labour-rate.v1';
  static readonly kind = 'command';
  static readonly answer = LabourRateHistory;

  @IsUUID() readonly rateId!: string;

  /** Whom it is for stays as first recorded. Nobody and nothing named: the house. */
  @IsOptional() @IsUUID() readonly personId?: string;

  /** The people of a partner: its rate card. */
  @IsOptional() @IsUUID() readonly partnerId?: string;

  @IsOptional() @IsString() @Length(1, 120) readonly role?: string;

  @IsOptional() @IsString() @Length(1, 60) readonly grade?: string;

  @IsOptional() @IsString() @Length(1, 120) readonly siteId?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validFrom!: string;

  /** Last day; left out: until a later version begins. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly validThrough?: string;

  /** Left out: the rate ends on that day. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly perHourMinor?: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsString() @Length(1, 300) readonly decision!: string;
}
