import { Refusal } from '@meridian/refusal';

/** Days since 1970-01-01; weekdays and distances are arithmetic on it. */
export type DayNumber = number;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** @throws Refusal `budgeting/not-a-date` unless the text is an existing day `YYYY-MM-DD` */
export function dayNumber(date: string): DayNumber {
  const match = DATE.exec(date);
  const day = match
    ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY
    : Number.NaN;
  if (Number.isNaN(day) || dateOf(day) !== date) {
    throw new Refusal('budgeting/not-a-date', `"${date}" is not a day of the form YYYY-MM-DD.`, {
      kind: 'unprocessable',
    });
  }
  return day;
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
