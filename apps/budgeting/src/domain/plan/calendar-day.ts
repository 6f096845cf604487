import { Refusal } from '@meridian/refusal';

/** Days since 1970-01-01; weekdays and distances are arithmetic on it. */
export type DayNumber = number;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/** @throws Refusal `budgeting/not-a-date` unless the text is an existing day `YYYY-MM-DD` */
export function dayNumber(date: string): DayNumber {
  const isDate = DATE.test(date);
  const year = isDate ? Number(date.slice(0, 4)) : 0;
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  // Before the year 100 the platform's calendar means another century.
  if (year >= FIRST_YEAR && isDay(year, month, day)) return Date.UTC(year, month - 1, day) / MS_PER_DAY;
  throw new Refusal('budgeting/not-a-date', `"${date}" is not a day of the form YYYY-MM-DD.`, {
    kind: 'unprocessable',
  });
}

const FIRST_YEAR = 100;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = MONTH_LENGTHS[month - 1];
  return length !== undefined && day >= 1 && day <= (month === 2 && isLeap ? 29 : length);
}

/** The day as `YYYY-MM-DD`. */
export function dateOf(day: DayNumber): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** ISO 8601: Monday is 1, Sunday is 7. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-MM` */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The last day of the month the day lies in. */
export function endOfMonth(day: DayNumber): DayNumber {
  const [year, month] = dateOf(day).split('-').map(Number) as [number, number];
  return Date.UTC(year, month, 1) / MS_PER_DAY - 1;
}
