import type { CalendarDefinition, Shift as ClockShift, Weekday } from '@meridian/calendar';
import type { PlanCalendar, Shift } from '../plan-file/plan-calendar.js';

const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/**
 * Calendars as a file has them, each with the key it goes by here. Of exceptions for one day the last counts here, in a file the
 * first.
 */
export function calendarsOfDefinitions(
  definitions: Readonly<Record<string, CalendarDefinition>>,
): { readonly key: string; readonly calendar: PlanCalendar }[] {
  return Object.entries(definitions).map(([key, { name, week, periods, exceptions }], at) => ({
    key,
    calendar: {
      uid: at + 1,
      guid: null,
      name,
      isBase: true,
      baseUid: null,
      weekdays: weekdaysOf(week),
      exceptions: [...(exceptions ?? [])].reverse().map((exception) => ({
        name: exception.name || null,
        from: exception.from,
        to: exception.to,
        shifts: (exception.shifts ?? []).flatMap((shift) => withinDay(shift)[0]),
      })),
      workWeeks: [...(periods ?? [])].reverse().map((period) => ({
        name: period.name || null,
        from: period.from,
        to: period.to,
        weekdays: weekdaysOf(period.week),
      })),
    },
  }));
}

function weekdaysOf(week: CalendarDefinition['week']): PlanCalendar['weekdays'] {
  const days: Shift[][] = WEEKDAYS.map(() => []);
  WEEKDAYS.forEach((weekday, at) => {
    for (const shift of week[weekday] ?? []) {
      const [today, tomorrow] = withinDay(shift);
      days[at]!.push(today);
      if (tomorrow !== undefined) days[(at + 1) % 7]!.push(tomorrow);
    }
  });
  return days.map((shifts, at) => ({
    weekday: at + 1,
    shifts: shifts.sort((a, b) => a.fromMinute - b.fromMinute),
  }));
}

/** A shift over midnight is two in a file: the rest of the day and the beginning of the next. */
function withinDay({ from, to }: ClockShift): [today: Shift, tomorrow?: Shift] {
  const [fromMinute, toMinute] = [minuteOf(from), minuteOf(to)];
  if (toMinute > fromMinute) return [{ fromMinute, toMinute }];
  const today = { fromMinute, toMinute: 1440 };
  return toMinute === 0 ? [today] : [today, { fromMinute: 0, toMinute }];
}

function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number);
  return hour! * 60 + minute!;
}
