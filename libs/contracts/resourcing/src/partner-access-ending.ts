import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** The access of somebody of a partner ends within two weeks; once for its last day. */
export class PartnerAccessEnding {
  static readonly subject = 'events.resourcing.partner-access-ending.v1';
  static readonly aggregate = 'personId';

  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsUUID() readonly partnerId!: string;

  @IsString() @Length(1, 200) readonly partnerName!: string;

  @IsOptional() @IsUUID() readonly lineManagerId?: string;

  /** Last day of access. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessUntil!: string;

  /** What the person still has to hand over: work that goes on, and what waits for a decision. */
  @IsInt() @Min(0) readonly openItems!: number;
}
