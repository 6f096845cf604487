import {
  addWorkingMinutes,
  dateFromDay,
  dateOf,
  dayFromDate,
  isoFromMoment,
  momentFromIso,
  workingMinutesBetween,
  workingMinutesOn,
  type WorkingCalendar,
} from '@meridian/calendar';

/**
 * A moment told from the start of a project: so many working days after its first day (before it when negative), and so
 * many working minutes into that day; null minutes are the end of its work.
 */
export interface DayOffset {
  readonly workingDays: number;
  readonly minutes: number | null;
}

/** A calendar that has no working day in this many days is asked no further. */
const LONGEST_SEARCH_DAYS = 36_600;

/**
 * The offset of a moment. What lies in free time counts as the next working day, so it is worked time again elsewhere.
 *
 * @param start `YYYY-MM-DD`, the first day of the project
 * @param moment `YYYY-MM-DDTHH:MM:SS`
 */
export function offsetOf(calendar: WorkingCalendar, start: string, moment: string): DayOffset {
  const date = moment.slice(0, 10);
  const worked = workingMinutesBetween(calendar, momentFromIso(`${date}T00:00:00`), momentFromIso(moment));
  const ofDay = workingMinutesOn(calendar, date);
  return {
    workingDays: date >= start ? workingDaysIn(calendar, start, date) : -workingDaysIn(calendar, date, start),
    minutes: ofDay > 0 && worked >= ofDay ? null : worked,
  };
}

/** The moment that an offset is in a project which begins on a day; the other way of `offsetOf`. */
export function momentAt(
  calendar: WorkingCalendar,
  start: string,
  { workingDays, minutes }: DayOffset,
): string {
  const date = workingDayAt(calendar, start, workingDays);
  const ofDay = workingMinutesOn(calendar, date);
  const into = minutes === null ? ofDay : Math.min(minutes, ofDay);
  return isoFromMoment(addWorkingMinutes(calendar, momentFromIso(`${date}T00:00:00`), into));
}

/** The day of an offset. */
export function dayAt(calendar: WorkingCalendar, start: string, offset: DayOffset): string {
  return dateOf(momentFromIso(momentAt(calendar, start, offset)));
}

/** The working day so many working days after a day; 0 is the day itself, or the next one that is worked. */
export function workingDayAt(calendar: WorkingCalendar, from: string, workingDays: number): string {
  const step = workingDays < 0 ? -1 : 1;
  let left = Math.abs(workingDays);
  let day = dayFromDate(from);
  const isWorked = () => calendar.patternOn(day).minutes > 0;
  for (let searched = 0; searched < LONGEST_SEARCH_DAYS; searched++) {
    if (step === 1 && isWorked() && left-- === 0) break;
    day += step;
    if (step === -1 && isWorked() && --left === 0) break;
  }
  return dateFromDay(day);
}

/** Working days from a day on to before another. */
export function workingDaysIn(calendar: WorkingCalendar, from: string, before: string): number {
  let count = 0;
  const end = dayFromDate(before);
  for (let day = dayFromDate(from); day < end; day++) if (calendar.patternOn(day).minutes > 0) count++;
  return count;
}
