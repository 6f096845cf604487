import { Refusal } from '@meridian/refusal';
import type { CalendarException, Shift } from './calendar-definition.js';
import {
  civilOf,
  dateFromDay,
  dayFromDate,
  dayNumberOf,
  daysInMonth,
  WEEKDAYS,
  weekdayIndex,
} from './moment.js';
import type { DayNumber, IsoDate, Weekday } from './moment.js';

export type PositionInMonth = 'first' | 'second' | 'third' | 'fourth' | 'last';

/** What is counted within a month: any day, a day from Monday to Friday, a weekend day, or one weekday. */
export type ItemOfMonth = Weekday | 'day' | 'weekday' | 'weekend-day';

/**
 * Repeating patterns as Microsoft Project has them. `interval` is "every n". A day of the month that a month does not
 * have (31 April) means its last day. Weeks begin on Sunday when weeks are counted. `month` is 1 to 12.
 */
export type RecurrenceRule =
  | { readonly every: 'day'; readonly interval: number }
  | { readonly every: 'week'; readonly interval: number; readonly weekdays: readonly Weekday[] }
  | { readonly every: 'month'; readonly interval: number; readonly dayOfMonth: number }
  | {
      readonly every: 'month';
      readonly interval: number;
      readonly position: PositionInMonth;
      readonly item: ItemOfMonth;
    }
  | { readonly every: 'year'; readonly month: number; readonly dayOfMonth: number }
  | {
      readonly every: 'year';
      readonly month: number;
      readonly position: PositionInMonth;
      readonly item: ItemOfMonth;
    };

/** A rule from a date on, until a date (included), for a number of occurrences, or whichever ends first. */
export type Recurrence = RecurrenceRule & {
  readonly from: IsoDate;
  readonly until?: IsoDate;
  readonly occurrences?: number;
};

const POSITIONS: readonly PositionInMonth[] = ['first', 'second', 'third', 'fourth', 'last'];
const LAST_DAY = dayNumberOf(2200, 1, 1) - 1;

/**
 * The dates of a repeating pattern, oldest first.
 *
 * @throws Refusal `calendar/recurrence-invalid` when it has no end or its interval is not a whole number from 1.
 */
export function expandRecurrence(recurrence: Recurrence): IsoDate[] {
  check(recurrence);
  const first = dayFromDate(recurrence.from);
  const until = Math.min(recurrence.until === undefined ? LAST_DAY : dayFromDate(recurrence.until), LAST_DAY);
  const limit = recurrence.occurrences ?? Number.POSITIVE_INFINITY;
  const dates: IsoDate[] = [];
  for (const day of candidates(recurrence, first)) {
    if (day > until || dates.length >= limit) break;
    if (day >= first) dates.push(dateFromDay(day));
  }
  return dates;
}

/** A repeating pattern as exceptions of one day each, for a calendar definition. */
export function recurringException(
  recurrence: Recurrence,
  look: { readonly name?: string; readonly shifts?: readonly Shift[] },
): CalendarException[] {
  return expandRecurrence(recurrence).map((date) => ({ ...look, from: date, to: date }));
}

/** Days of the pattern in order, a few before the first date and one after the last day of plans included. */
function* candidates(rule: Recurrence, first: DayNumber): Generator<DayNumber> {
  if (rule.every === 'day') for (let day = first; ; day += rule.interval) yield day;
  if (rule.every === 'week') {
    const wanted = rule.weekdays.map((weekday) => WEEKDAYS.indexOf(weekday)).sort((a, b) => a - b);
    for (let sunday = first - weekdayIndex(first); ; sunday += 7 * rule.interval) {
      for (const weekday of wanted) yield sunday + weekday;
    }
  }
  const { year, month } = civilOf(first);
  const step = rule.every === 'month' ? rule.interval : 12;
  for (let count = year * 12 + (rule.every === 'year' ? rule.month : month) - 1; ; count += step) {
    yield dayInMonth(rule as MonthRule, Math.floor(count / 12), (count % 12) + 1);
  }
}

type MonthRule = Extract<RecurrenceRule, { every: 'month' | 'year' }>;

function dayInMonth(rule: MonthRule, year: number, month: number): DayNumber {
  const length = daysInMonth(year, month);
  if ('dayOfMonth' in rule) return dayNumberOf(year, month, Math.min(rule.dayOfMonth, length));
  const first = dayNumberOf(year, month, 1);
  const matching: DayNumber[] = [];
  for (let day = first; day < first + length; day++)
    if (isItem(rule.item, weekdayIndex(day))) matching.push(day);
  return rule.position === 'last' ? matching.at(-1)! : matching[POSITIONS.indexOf(rule.position)]!;
}

function isItem(item: ItemOfMonth, weekday: number): boolean {
  if (item === 'day') return true;
  const isWeekend = weekday === 0 || weekday === 6;
  if (item === 'weekday') return !isWeekend;
  return item === 'weekend-day' ? isWeekend : WEEKDAYS[weekday] === item;
}

function check(recurrence: Recurrence): void {
  const interval = 'interval' in recurrence ? recurrence.interval : 1;
  const isEmpty = recurrence.every === 'week' && recurrence.weekdays.length === 0;
  const isEndless = recurrence.until === undefined && recurrence.occurrences === undefined;
  if (Number.isInteger(interval) && interval >= 1 && !isEmpty && !isEndless) return;
  throw new Refusal(
    'calendar/recurrence-invalid',
    'A repeating exception needs an interval from 1, at least one weekday when weekly, and an end: a date or a count.',
    { kind: 'unprocessable', details: { recurrence } },
  );
}
