import { IsIn, IsOptional } from 'class-validator';
import { BookingWorkFigures } from './booking-work-figures.js';

export const BOOKING_LISTS = ['moving', 'open', 'planned', 'hard'] as const;

/** Bookings of work to come that the caller has to do with: as manager of the project, or who decides for the person. */
export class BookingWork {
  static readonly subject = 'requests.resourcing.booking-work.v1';
  static readonly kind = 'query';
  static readonly answer = BookingWorkFigures;

  /**
   * On their way to a person (unless told), asked for by nobody yet, booked because a plan names the person and confirmed by
   * nobody, or hard booked.
   */
  @IsOptional() @IsIn(BOOKING_LISTS) readonly list?: (typeof BOOKING_LISTS)[number];
}
