import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { BOOKING_STAGES, BOOKING_STEPS } from './booking-stage.js';

/** An assignment went a step on its way to a person, or back. */
export class BookingMoved {
  static readonly subject = 'events.resourcing.booking-moved.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly assignmentId!: string;

  @IsUUID() readonly taskId!: string;

  @IsIn(BOOKING_STEPS) readonly step!: (typeof BOOKING_STEPS)[number];

  @IsIn(BOOKING_STAGES) readonly stage!: (typeof BOOKING_STAGES)[number];

  /** Who is proposed or booked from now on. */
  @IsOptional() @IsUUID() readonly personId?: string;

  /** Who was before. */
  @IsOptional() @IsUUID() readonly formerPersonId?: string;

  @IsString() @Length(1, 200) readonly movedByName!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;
}
