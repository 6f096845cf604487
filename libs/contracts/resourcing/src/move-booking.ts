import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { BOOKING_STEPS } from './booking-stage.js';
import { Recorded } from './recorded.js';

/**
 * One step of an assignment on its way to a person, or back. The project's manager requests and agrees (soft); who decides
 * for the person proposes, confirms (hard) and swaps; each of them releases.
 */
export class MoveBooking {
  static readonly subject = 'requests.resourcing.move-booking.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly assignmentId!: string;

  @IsIn(BOOKING_STEPS) readonly step!: (typeof BOOKING_STEPS)[number];

  /** Whom: for `propose` and `swap`. */
  @IsOptional() @IsUUID() readonly personId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  readonly reason?: string;
}
