import type { CalendarDefinition, Shift } from './calendar-definition.js';
import { readShifts } from './day-pattern.js';
import { dateFromDay, dayFromDate, WEEKDAYS, weekdayIndex } from './moment.js';
import type { DayNumber, IsoDate } from './moment.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Working minutes of a clock day, midnight to midnight. */
export function workingMinutesOn(calendar: WorkingCalendar, date: IsoDate): number {
  return calendar.patternOn(dayFromDate(date)).minutes;
}

/** Working minutes of the ISO week (Monday to Sunday) in which the date lies. */
export function workingMinutesInWeek(calendar: WorkingCalendar, date: IsoDate): number {
  const day = dayFromDate(date);
  const monday = day - ((weekdayIndex(day) + 6) % 7);
  let minutes = 0;
  for (let i = 0; i < 7; i++) minutes += calendar.patternOn(monday + i).minutes;
  return minutes;
}

/** Working minutes of each clock day from one date to another, both included, oldest first. */
export function workingMinutesByDay(
  calendar: WorkingCalendar,
  from: IsoDate,
  to: IsoDate,
): { readonly date: IsoDate; readonly minutes: number }[] {
  const days = [];
  const end = dayFromDate(to);
  for (let day = dayFromDate(from); day <= end; day++) {
    days.push({ date: dateFromDay(day), minutes: calendar.patternOn(day).minutes });
  }
  return days;
}

/** A free date that its weekday would have worked, with the name of the exception that took it. */
export interface Holiday {
  readonly date: IsoDate;
  readonly name?: string;
}

/** The holidays of a calendar from one date to another, both included, oldest first; free weekends are not among them. */
export function holidays(definition: CalendarDefinition, from: IsoDate, to: IsoDate): Holiday[] {
  const found = new Map<DayNumber, Holiday>();
  const first = dayFromDate(from);
  const last = dayFromDate(to);
  for (const exception of definition.exceptions ?? []) {
    const isFree = readShifts(exception.shifts).today.minutes === 0;
    const end = Math.min(last, dayFromDate(exception.to));
    for (let day = Math.max(first, dayFromDate(exception.from)); day <= end; day++) {
      const worksOtherwise = shiftsWithoutExceptions(definition, day).length > 0;
      if (isFree && worksOtherwise) found.set(day, holiday(day, exception.name));
      else found.delete(day);
    }
  }
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, value]) => value);
}

function shiftsWithoutExceptions(definition: CalendarDefinition, day: DayNumber): readonly Shift[] {
  const weekday = WEEKDAYS[weekdayIndex(day)]!;
  const period = definition.periods?.findLast((span) => {
    return dayFromDate(span.from) <= day && day <= dayFromDate(span.to);
  });
  return (period?.week ?? definition.week)[weekday] ?? [];
}

function holiday(day: DayNumber, name: string | undefined): Holiday {
  return name === undefined ? { date: dateFromDay(day) } : { date: dateFromDay(day), name };
}
