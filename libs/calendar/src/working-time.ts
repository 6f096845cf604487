import { Refusal } from '@meridian/refusal';
import type { Moment } from './moment.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Is the minute that begins at this moment worked? At a closing bell: no. */
export function isWorking(calendar: WorkingCalendar, moment: Moment): boolean {
  return calendar.isWorking(moment);
}

/** The first working moment at or after this one: Friday 17:00 becomes Monday 08:00. */
export function nextWorkingStart(calendar: WorkingCalendar, moment: Moment): Moment {
  return calendar.startAt(calendar.workBefore(moment));
}

/** The last moment at or before this one up to which work was done: Monday 08:00 becomes Friday 17:00. */
export function previousWorkingFinish(calendar: WorkingCalendar, moment: Moment): Moment {
  return calendar.finishAt(calendar.workBefore(moment));
}

/**
 * Where work that begins at `moment` (or at the next opening) and takes `minutes` working minutes ends: always a closing
 * form, Friday 17:00 and never Monday 08:00. Zero minutes stay where they are, or move to the next opening when the
 * moment is free time.
 *
 * @throws Refusal `calendar/minutes-invalid` for a negative or fractional count.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, moment: Moment, minutes: number): Moment {
  const work = calendar.workBefore(moment) + whole(minutes);
  if (minutes > 0 || calendar.finishAt(work) === moment) return calendar.finishAt(work);
  return calendar.startAt(work);
}

/**
 * Where work that ends at `moment` (or at the previous closing) and takes `minutes` working minutes begins: always an
 * opening form, Monday 08:00 and never Friday 17:00. Zero minutes stay, or move to the previous closing.
 *
 * @throws Refusal `calendar/minutes-invalid` for a negative or fractional count.
 */
export function subtractWorkingMinutes(calendar: WorkingCalendar, moment: Moment, minutes: number): Moment {
  const work = calendar.workBefore(moment) - whole(minutes);
  if (minutes > 0 || calendar.startAt(work) === moment) return calendar.startAt(work);
  return calendar.finishAt(work);
}

/** Working minutes from one moment to another; negative when `to` is the earlier one. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Moment, to: Moment): number {
  return calendar.workBefore(to) - calendar.workBefore(from);
}

/** Elapsed time runs day and night: paint dries on Sundays. */
export function addElapsedMinutes(moment: Moment, minutes: number): Moment {
  return moment + minutes;
}

/** Elapsed minutes from one moment to another; negative when `to` is the earlier one. */
export function elapsedMinutesBetween(from: Moment, to: Moment): number {
  return to - from;
}

function whole(minutes: number): number {
  if (Number.isInteger(minutes) && minutes >= 0) return minutes;
  throw new Refusal(
    'calendar/minutes-invalid',
    `${minutes} working minutes; allowed are whole minutes from 0.`,
    {
      kind: 'unprocessable',
      details: { found: minutes },
    },
  );
}
