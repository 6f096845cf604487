import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Sets another last day of somebody's access: later ones, earlier ones, and days that are over, which ends it at once. */
export class ChangePartnerAccess {
  static readonly subject = 'requests.resourcing.change-partner-access.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly partnerId!: string;

  @IsUUID() readonly personId!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessUntil!: string;

  @IsString() @Length(1, 500) readonly reason!: string;
}
