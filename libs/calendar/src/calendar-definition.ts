import type { IsoDate, Weekday } from './moment.js';

/**
 * A stretch of work on a day, `HH:MM` to `HH:MM` (`24:00` is the midnight that ends the day). When `to` is not later than
 * `from` the shift runs over midnight and belongs to the day on which it begins: a holiday takes away the night that
 * begins on it, not the night that ends on it.
 */
export interface Shift {
  readonly from: string;
  readonly to: string;
}

/** The shifts of each weekday; a weekday that is missing or empty is free. Overlapping shifts count once. */
export type WorkingWeek = Readonly<Partial<Record<Weekday, readonly Shift[]>>>;

/** From one date to another, both included, the day looks different from its weekday. */
export interface CalendarException {
  /** What people call it: "Good Friday", "Inventory". */
  readonly name?: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Missing or empty: no work. */
  readonly shifts?: readonly Shift[];
}

/** A span of dates, both included, with another weekly pattern: a summer timetable. */
export interface WorkingWeekPeriod {
  readonly name?: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly week: WorkingWeek;
}

/**
 * A calendar as people write it: plain JSON. What a date looks like is decided by the last exception that covers it, else
 * by the last period that covers it, else by the week.
 */
export interface CalendarDefinition {
  readonly name: string;
  readonly week: WorkingWeek;
  readonly periods?: readonly WorkingWeekPeriod[];
  readonly exceptions?: readonly CalendarException[];
}

/** What a calendar says of its own on top of the calendar it is based on. */
export interface CalendarDifference {
  readonly name: string;
  readonly week?: WorkingWeek;
  readonly periods?: readonly WorkingWeekPeriod[];
  readonly exceptions?: readonly CalendarException[];
}

/** A calendar based on another one: own weekdays replace, periods and exceptions of the base hold unless overruled. */
export function deriveCalendar(base: CalendarDefinition, own: CalendarDifference): CalendarDefinition {
  return {
    name: own.name,
    week: { ...base.week, ...own.week },
    periods: [...(base.periods ?? []), ...(own.periods ?? [])],
    exceptions: [...(base.exceptions ?? []), ...(own.exceptions ?? [])],
  };
}
