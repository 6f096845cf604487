import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { BOOKING_STAGES, BOOKING_STEPS } from './booking-stage.js';

/** `fill` is all steps at once, by who decides for everybody. */
export const BOOKING_CHANGES = [...BOOKING_STEPS, 'fill'] as const;

/** A step that an assignment went. */
export class BookingChange {
  @IsIn(BOOKING_CHANGES) readonly step!: (typeof BOOKING_CHANGES)[number];

  @IsIn(BOOKING_STAGES) readonly stage!: (typeof BOOKING_STAGES)[number];

  /** Who was proposed or booked from then on. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly personName?: string;

  @IsString() @Length(1, 200) readonly movedByName!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}T/) readonly movedAt!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;
}
