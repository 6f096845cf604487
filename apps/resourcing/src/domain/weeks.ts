import { Refusal } from '@meridian/refusal';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** @throws Refusal when the calendar has no such day: `2026-02-31` has the shape of one */
export function requireDate(text: string): void {
  const moment = Date.parse(text);
  if (!Number.isNaN(moment) && dateOf(moment) === text) return;
  throw new Refusal('resourcing/no-such-day', `${text} is no day of the calendar.`, {
    kind: 'unprocessable',
  });
}

/** The Monday of the week in which a date lies. */
export function weekOf(date: string): string {
  const moment = Date.parse(date);
  const sinceMonday = (new Date(moment).getUTCDay() + 6) % 7;
  return dateOf(moment - sinceMonday * DAY_MS);
}

/** Mondays of so many weeks, from the week of a date on. */
export function weeksFrom(date: string, count: number): string[] {
  const first = Date.parse(weekOf(date));
  return Array.from({ length: count }, (_, index) => dateOf(first + index * WEEK_MS));
}

/** How many weeks the second Monday is after the first; negative when it is before. */
export function weeksBetween(first: string, second: string): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / WEEK_MS);
}

/** The Sunday of the week that starts on a Monday. */
export function endOfWeek(weekStart: string): string {
  return dateAfter(weekStart, 6);
}

/** So many days after a date. */
export function dateAfter(date: string, days: number): string {
  return dateOf(Date.parse(date) + days * DAY_MS);
}

function dateOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
