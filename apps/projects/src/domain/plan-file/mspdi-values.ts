import { parseDecimal, scaledToInteger } from './decimal-text.js';
import type { DurationStyle } from './plan-task.js';

/** Work of thirty thousand years: more is a mistake, and no figure of ours holds it. */
export const MOST_MINUTES = 2_000_000_000;
/** A hundred years of 365 days, around the clock: the longest that a task or a lag may take. */
export const LONGEST_MINUTES = 52_560_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** What programs keep whole numbers in. */
const LARGEST_INTEGER = 2_147_483_647;

const DURATION =
  /^(-)?P(?:0{1,4}Y)?(?:0{1,4}M)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9}(?:\.\d{1,9})?)M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/;

/**
 * Minutes of an `xsd:duration` such as `PT57H8M24S` (3428.4): in plan files the hours are working hours.
 * A day is 24 hours, as the schema says. Undefined for anything else, also for years and months other than none.
 */
export function durationMinutes(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null || text.length < 3 || text.endsWith('T')) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const total = Number(days) * 1440 + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
  const rounded = Math.round(total * 10_000) / 10_000;
  if (rounded > MOST_MINUTES) return undefined;
  return sign === undefined || rounded === 0 ? rounded : -rounded;
}

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/**
 * A wall-clock moment `YYYY-MM-DDTHH:MM:SS`; a zone, which plans do not have, is not applied. Undefined when no date, or one
 * outside of the years that calendars reach.
 */
export function moment(text: string): string | undefined {
  const match = MOMENT.exec(text.length === 10 ? `${text}T00:00:00` : text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '00'] = match;
  if (!isDate(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** Minutes from midnight of `HH:MM:SS`, or of the time of a moment; seconds are dropped. */
export function minuteOfDay(text: string): number | undefined {
  const match = /^(?:\d{4}-\d{2}-\d{2}T)?(\d{2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour > 24 || minute > 59 || hour * 60 + minute > 1440 ? undefined : hour * 60 + minute;
}

/** Also one with a fraction of nothing, such as `4800.0`. */
export function wholeNumber(text: string): number | undefined {
  if (!/^[+-]?\d{1,15}(?:\.0{1,10})?$/.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) > LARGEST_INTEGER ? undefined : value;
}

/** A number that may have a fraction; for figures that are no money. */
export function decimalNumber(text: string): number | undefined {
  return parseDecimal(text) === undefined ? undefined : Number(text);
}

/** `1`, `0`, `true`, `false`. */
export function flag(text: string): boolean | undefined {
  if (text === '1' || text.toLowerCase() === 'true') return true;
  return text === '0' || text.toLowerCase() === 'false' ? false : undefined;
}

const LARGEST_MINOR = 9_000_000_000_000_000_000n;

/**
 * Money in minor units. The file holds hundredths of the currency, whatever the currency; fractions of a minor unit are
 * rounded half away from zero.
 */
export function hundredthsToMinor(text: string, exponent: number): bigint | undefined {
  return scaledToMinor(text, exponent - 2);
}

/** The same for whole units of the currency with a fraction, as Primavera writes them. */
export function unitsToMinor(text: string, exponent: number): bigint | undefined {
  return scaledToMinor(text, exponent);
}

function scaledToMinor(text: string, digits: number): bigint | undefined {
  const value = parseDecimal(text);
  if (value === undefined) return undefined;
  const minor = scaledToInteger(value, digits);
  return minor > LARGEST_MINOR || minor < -LARGEST_MINOR ? undefined : minor;
}

/** Codes 3 to 12 with their units; the even ones are elapsed. 19 and 20 are percent; 32 more means estimated. */
const UNITS: readonly DurationStyle['unit'][] = ['minute', 'hour', 'day', 'week', 'month'];

/** DurationFormat and LagFormat of MSPDI: 7 days, 8 elapsed days, 19 percent, 20 elapsed percent, 39 days estimated. */
export function durationStyle(code: number | null): DurationStyle {
  const estimated = code !== null && code >= 35;
  const base = estimated ? code - 32 : (code ?? 21);
  if (base >= 3 && base <= 12) return { unit: UNITS[(base - 3) >> 1]!, elapsed: base % 2 === 0, estimated };
  if (base === 19 || base === 20) return { unit: 'percent', elapsed: base === 20, estimated };
  return { unit: null, elapsed: false, estimated };
}
