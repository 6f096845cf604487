import type { CalendarDefinition, Shift, Weekday } from '@meridian/calendar';
import type { PlanFile } from '../plan-file/plan-file.js';
import { resolveCalendar } from '../plan-file/resolve-calendar.js';

const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** The calendars of a file by key (their UID), with what they inherit, and those that never work. */
export function planCalendars({ calendars }: PlanFile): {
  readonly definitions: Record<string, CalendarDefinition>;
  readonly idle: readonly string[];
} {
  const definitions: Record<string, CalendarDefinition> = {};
  const idle: string[] = [];
  for (const { uid } of calendars) {
    const resolved = resolveCalendar(calendars, uid);
    if (resolved === undefined) continue;
    const week = Object.fromEntries(resolved.week.map((shifts, day) => [WEEKDAYS[day], shifts.map(shiftOf)]));
    const definition: CalendarDefinition = {
      name: resolved.name,
      week,
      periods: [...resolved.workWeeks].reverse().map((period) => ({
        name: period.name ?? '',
        from: period.from,
        to: period.to,
        // Weekdays that a work week does not mention are those of the calendar.
        week: {
          ...week,
          ...Object.fromEntries(
            period.weekdays.map((rule) => [WEEKDAYS[rule.weekday - 1], rule.shifts.map(shiftOf)]),
          ),
        },
      })),
      // In the file the first exception for a day counts, in a definition the last.
      exceptions: [...resolved.exceptions].reverse().map((exception) => ({
        name: exception.name ?? '',
        from: exception.from,
        to: exception.to,
        shifts: exception.shifts.map(shiftOf),
      })),
    };
    if (works(definition)) definitions[String(uid)] = definition;
    else idle.push(resolved.name);
  }
  return { definitions, idle };
}

function works({ week, periods }: CalendarDefinition): boolean {
  const weeks = [week, ...(periods ?? []).map((period) => period.week)];
  return weeks.some((days) => Object.values(days).some((shifts) => shifts.length > 0));
}

function shiftOf({
  fromMinute,
  toMinute,
}: {
  readonly fromMinute: number;
  readonly toMinute: number;
}): Shift {
  return { from: clock(fromMinute), to: clock(toMinute) };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
