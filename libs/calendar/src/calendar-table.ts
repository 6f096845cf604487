import type { DayPattern } from './day-pattern.js';
import { END_DAY, FIRST_DAY, WorkingCalendar } from './working-calendar.js';

/** A compiled calendar as plain data, so that it can be sent to a thread: which of the patterns each day has, 1900 to 2199. */
export interface CalendarTable {
  readonly name: string;
  readonly patterns: readonly DayPattern[];
  readonly patternOfDay: Int32Array;
}

export function tableOfCalendar(calendar: WorkingCalendar): CalendarTable {
  const numbers = new Map<DayPattern, number>();
  const patternOfDay = new Int32Array(END_DAY - FIRST_DAY);
  calendar.patterns(FIRST_DAY, END_DAY - FIRST_DAY).forEach((pattern, day) => {
    const number = numbers.get(pattern) ?? numbers.size;
    numbers.set(pattern, number);
    patternOfDay[day] = number;
  });
  return { name: calendar.name, patterns: [...numbers.keys()], patternOfDay };
}

export function calendarFromTable({ name, patterns, patternOfDay }: CalendarTable): WorkingCalendar {
  return new WorkingCalendar(name, (firstDay, count) =>
    Array.from(
      patternOfDay.subarray(firstDay - FIRST_DAY, firstDay - FIRST_DAY + count),
      (number) => patterns[number]!,
    ),
  );
}
