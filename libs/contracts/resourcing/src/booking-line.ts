import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';
import { BOOKING_STAGES } from './booking-stage.js';

/** A booking of a project. */
export class BookingLine {
  @IsUUID() readonly bookingId!: string;

  @IsUUID() readonly assignmentId!: string;

  @IsUUID() readonly taskId!: string;

  @IsString() @Length(1, 500) readonly taskName!: string;

  @IsOptional() @IsUUID() readonly personId?: string;

  @IsString() @Length(1, 300) readonly personName!: string;

  @IsIn(['booked', 'unfilled', 'released']) readonly state!: 'booked' | 'unfilled' | 'released';

  /** How far it is on its way to a person. */
  @IsOptional() @IsIn(BOOKING_STAGES) readonly stage?: (typeof BOOKING_STAGES)[number];

  /** Who is proposed. */
  @IsOptional() @IsUUID() readonly proposedPersonId?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish!: string;

  @IsInt() @Min(0) readonly workMinutes!: number;

  /** For `If-Match` when somebody else is to do the work. */
  @IsOptional() @IsInt() @Min(1) readonly version?: number;
}
