import { compileCalendar, STANDARD_CALENDAR, workingMinutesByDay } from '@meridian/calendar';
import type { BookedWork } from './load.js';

const CALENDAR = compileCalendar(STANDARD_CALENDAR);

/**
 * What a booking is worth up to a last day: nothing where it starts afterwards; where it runs over it, its work spread
 * evenly over its working days, as `loadByWeek` spreads it.
 *
 * @param lastDay `YYYY-MM-DD`
 */
export function workUntil<B extends BookedWork>(booking: B, lastDay: string): B | null {
  const { start, finish, workMinutes } = booking;
  if (start > lastDay) return null;
  if (finish <= lastDay) return booking;
  const days = workingMinutesByDay(CALENDAR, start, finish).filter(({ minutes }) => minutes > 0);
  const worked = days.filter(({ date }) => date <= lastDay).length;
  const share = days.length === 0 ? workMinutes : Math.round((workMinutes * worked) / days.length);
  return { ...booking, finish: lastDay, workMinutes: share };
}
