import { compileCalendar, STANDARD_CALENDAR, workingMinutesByDay } from '@meridian/calendar';
import { weekOf } from './weeks.js';

/** Work that is booked from a first to a last day. */
export interface BookedWork {
  readonly start: string;
  readonly finish: string;
  readonly workMinutes: number;
}

export interface LoadWeek {
  readonly weekStart: string;
  readonly capacityMinutes: number;
  readonly bookedMinutes: number;
}

const CALENDAR = compileCalendar(STANDARD_CALENDAR);

/** A week counts as overloaded for the portfolio from here on; smaller ones are shown with the person. */
export const OVERLOAD_PERCENT = 110;

/**
 * Spreads booked work evenly over the working days from its first to its last and sums it by week (Monday). The weeks of
 * a booking sum to its work; work on days off only falls on the week it starts in.
 */
export function loadByWeek(bookings: readonly BookedWork[]): Map<string, number> {
  const weeks = new Map<string, number>();
  for (const booking of bookings) {
    const days = workingMinutesByDay(CALENDAR, booking.start, booking.finish).filter(
      (day) => day.minutes > 0,
    );
    const dates = days.length > 0 ? days.map((day) => day.date) : [booking.start];
    let spread = 0;
    dates.forEach((date, index) => {
      const until = Math.round((booking.workMinutes * (index + 1)) / dates.length);
      const week = weekOf(date);
      weeks.set(week, (weeks.get(week) ?? 0) + until - spread);
      spread = until;
    });
  }
  return weeks;
}

/** Weeks booked above capacity, in order. */
export function overloadsOf(weeks: readonly LoadWeek[]): LoadWeek[] {
  return weeks.filter((week) => week.bookedMinutes > week.capacityMinutes);
}

/** The highest load of the weeks in percent of capacity; work in a week without capacity counts as 1000. */
export function peakPercent(weeks: readonly LoadWeek[]): number {
  return Math.max(0, ...weeks.map(loadPercent));
}

/** Load of a week in percent of its capacity, one decimal. */
export function loadPercent(week: LoadWeek): number {
  if (week.bookedMinutes === 0) return 0;
  if (week.capacityMinutes === 0) return 1000;
  return Math.round((week.bookedMinutes * 1000) / week.capacityMinutes) / 10;
}
