import { IsNumber, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Recorded } from './recorded.js';

/** Lets somebody of a partner in, up to a last day on which it ends by itself. Answers with the person. */
export class AdmitPartnerPerson {
  static readonly subject = 'requests.resourcing.admit-partner-person.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly partnerId!: string;

  /** The number that the person signs in with. */
  @IsString() @Length(1, 60) readonly employeeNumber!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional()
  @IsString()
  @Length(1, 320)
  readonly email?: string;

  @IsString() @Length(1, 120) readonly role!: string;

  /** Grade on the partner's rate card. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  readonly grade?: string;

  @IsOptional() @IsString() @Length(1, 120) readonly site?: string;

  /** Who decides on the person's time and bookings besides resource managers. */
  @IsOptional() @IsUUID() readonly lineManagerId?: string;

  /** Above 0, at most 100. */
  @IsNumber() @Min(1) @Max(100) readonly ftePercent!: number;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessFrom!: string;

  /** Last day of access. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly accessUntil!: string;
}
