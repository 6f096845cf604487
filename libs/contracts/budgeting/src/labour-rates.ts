import { IsISO8601, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { LabourRateCard } from './labour-rate-card.js';

/** The rates as they hold on a day and were known at a moment; those that fit a worker, when one is described. */
export class LabourRates {
  static readonly subject = 'requests.budgeting.labour-rates.v1';
  static readonly kind = 'query';
  static readonly answer = LabourRateCard;

  /** Today when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly on?: string;

  @IsOptional() @IsISO8601() readonly knownAt?: string;

  @IsOptional() @IsUUID() readonly personId?: string;

  /** Somebody of this partner, for whom only its rates and the own one count. */
  @IsOptional() @IsUUID() readonly partnerId?: string;

  @IsOptional() @IsString() @Length(1, 120) readonly role?: string;

  @IsOptional() @IsString() @Length(1, 60) readonly grade?: string;

  @IsOptional() @IsString() @Length(1, 120) readonly siteId?: string;

  /** Rates after this one: the last of the page before. */
  @IsOptional() @IsUUID() readonly after?: string;

  /** 100 when left out. */
  @IsOptional() @IsInt() @Min(1) @Max(500) readonly limit?: number;
}
