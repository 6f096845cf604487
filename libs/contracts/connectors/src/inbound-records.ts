import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { InboundPage } from './inbound-page.js';

/** Received events, newest first. */
export class InboundRecords {
  static readonly subject = 'requests.connectors.inbound-records.v1';
  static readonly kind = 'query';
  static readonly answer = InboundPage;

  @IsOptional()
  @IsIn(['accepted', 'duplicate', 'parked'])
  readonly verdict?: 'accepted' | 'duplicate' | 'parked';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit?: number;
}
