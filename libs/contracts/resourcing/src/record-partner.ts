import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Records a firm that lends people or delivers results, as a whole: what is left out is not known any more. */
export class RecordPartner {
  static readonly subject = 'requests.resourcing.record-partner.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly partnerId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  /** With whom at the partner things are settled. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly contactName?: string;

  @IsOptional()
  @IsString()
  @Length(1, 320)
  readonly contactEmail?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly agreedFrom!: string;

  /** Last day of the agreement; nobody's access lasts longer. Left out: no end is agreed. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly agreedUntil?: string;
}
