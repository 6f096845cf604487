import { Refusal } from '@meridian/refusal';

/**
 * A local wall-clock moment: whole minutes since 1970-01-01T00:00 *as the clock on the wall shows it*. There is no time
 * zone and no daylight saving inside: a plan says "Monday 08:00" and means the clock of the place where the work is done.
 */
export type Moment = number;

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** A day as a number: whole days since 1970-01-01. */
export type DayNumber = number;

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export const MINUTES_PER_DAY = 1440;

/** Sunday first: the order in which Microsoft Project and JavaScript count. */
export const WEEKDAYS: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/**
 * Reads `2025-04-11T08:00`, `2025-04-11T08:00:00` or a date (its midnight). Seconds are dropped: plans have minutes.
 *
 * @throws Refusal `calendar/moment-invalid` for anything else, a zone or an impossible date included.
 */
export function momentFromIso(iso: string): Moment {
  const parts = ISO.exec(iso);
  if (!parts) throw invalidMoment(iso);
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as Six;
  const isClock = (hour < 24 && minute < 60 && second < 60) || (hour === 24 && minute === 0 && second === 0);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || !isClock)
    throw invalidMoment(iso);
  return dayNumberOf(year, month, day) * MINUTES_PER_DAY + hour * 60 + minute;
}

/** `2025-04-11T08:00:00`: local, so without a zone. */
export function isoFromMoment(moment: Moment): string {
  const minute = moment - dayOf(moment) * MINUTES_PER_DAY;
  return `${dateOf(moment)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
}

/** The date on which a moment lies; midnight belongs to the day it opens. */
export function dateOf(moment: Moment): IsoDate {
  return dateFromDay(dayOf(moment));
}

/** Number of the day on which a moment lies. */
export function dayOf(moment: Moment): DayNumber {
  return Math.floor(moment / MINUTES_PER_DAY);
}

/** @throws Refusal `calendar/moment-invalid` when the text is not an existing `YYYY-MM-DD`. */
export function dayFromDate(date: IsoDate): DayNumber {
  if (date.length !== 10) throw invalidMoment(date);
  return momentFromIso(date) / MINUTES_PER_DAY;
}

export function dateFromDay(day: DayNumber): IsoDate {
  const { year, month, dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** 0 Sunday ... 6 Saturday. 1970-01-01 was a Thursday. */
export function weekdayIndex(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function weekdayOf(date: IsoDate): Weekday {
  return WEEKDAYS[weekdayIndex(dayFromDate(date))]!;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day number of a Gregorian date (Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
export function dayNumberOf(year: number, month: number, dayOfMonth: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumberOf` (same source, civil_from_days). */
export function civilOf(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 };
}

type Six = [number, number, number, number, number, number];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function invalidMoment(found: string): Refusal {
  return new Refusal(
    'calendar/moment-invalid',
    `"${found}" is not a local date or moment; allowed are 2025-04-11 and 2025-04-11T08:00:00, without a time zone.`,
    { kind: 'unprocessable', details: { found } },
  );
}
