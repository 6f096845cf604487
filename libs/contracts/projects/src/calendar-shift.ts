import { Matches } from 'class-validator';

/** A stretch of work, wall-clock; `24:00` is the midnight that ends the day. */
export class CalendarShift {
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) readonly from!: string;

  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/) readonly to!: string;
}
