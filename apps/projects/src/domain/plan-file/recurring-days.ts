/** When the days of an exception recur, in the codes of MSPDI. */
export interface Recurrence {
  /** 1 daily, 2 yearly by date, 3 yearly by position, 4 monthly by date, 5 monthly by position, 6 weekly, 7 every n days, 8 every n weekdays. */
  readonly type: number;
  /** Every how many days, weeks or months. */
  readonly period: number;
  /** Bits of the weekdays: 1 Sunday, 2 Monday, ... 64 Saturday. */
  readonly daysOfWeek: number;
  /** 0 any day, 1 weekday, 2 weekend day, 3 Sunday ... 9 Saturday. */
  readonly monthItem: number;
  /** 0 first to 3 fourth, 4 last. */
  readonly monthPosition: number;
  /** 0 January to 11 December. */
  readonly month: number;
  readonly monthDay: number;
  /** Stop after so many; undefined: at the end of the range. */
  readonly occurrences: number | undefined;
}

const DAY_MS = 86_400_000;

/** No plan reaches beyond; a hostile range would only cost time. */
const [EARLIEST, LATEST] = ['1900-01-01', '2199-12-31'];
const LONGEST_PERIOD = 10_000;

/**
 * The days (`YYYY-MM-DD`) of a recurrence between two days, both included, at most `limit` of them. Weeks are counted
 * from Sunday, also in files whose weeks begin on Monday: Microsoft Project's own expansion shows it. A date that a
 * month does not have (the 31st) falls on its last day.
 * Days before 1900 and after 2199 are not given.
 */
export function recurringDays(recurrence: Recurrence, from: string, to: string, limit: number): string[] {
  const first = dayNumber(from < EARLIEST ? EARLIEST : from);
  const last = dayNumber(to > LATEST ? LATEST : to);
  const days: string[] = [];
  const most = Math.min(limit, recurrence.occurrences ?? limit);
  for (const day of candidates(recurrence, first, last)) {
    if (day > last || days.length >= most) break;
    if (day >= first) days.push(dayText(day));
  }
  return days;
}

export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Days in rising order, possibly beyond the range on either side. */
function candidates(recurrence: Recurrence, first: number, last: number): Iterable<number> {
  const period = Math.min(LONGEST_PERIOD, Math.max(1, recurrence.period));
  switch (recurrence.type) {
    case 2:
    case 3:
      return byMonth(recurrence, first, last, { start: recurrence.month, step: 12 });
    case 4:
    case 5:
      return byMonth(recurrence, first, last, { start: monthOf(first), step: period });
    case 6:
      return weekly(recurrence.daysOfWeek, period, first, last);
    case 7:
      return everyDays(period, first, last);
    case 8:
      return everyWeekdays(period, first, last);
    default:
      return everyDays(1, first, last);
  }
}

function* everyDays(period: number, first: number, last: number): Generator<number> {
  for (let day = first; day <= last; day += period) yield day;
}

function* everyWeekdays(period: number, first: number, last: number): Generator<number> {
  let count = 0;
  for (let day = first; day <= last; day++) {
    if (!matches(1, day)) continue;
    if (count % period === 0) yield day;
    count += 1;
  }
}

function* weekly(daysOfWeek: number, period: number, first: number, last: number): Generator<number> {
  if ((daysOfWeek & 127) === 0) return;
  const firstSunday = first - sundayBased(first);
  for (let week = firstSunday; week <= last; week += 7 * period) {
    for (let day = 0; day < 7; day++) if ((daysOfWeek & (1 << day)) !== 0) yield week + day;
  }
}

interface MonthSteps {
  readonly start: number;
  readonly step: number;
}

function* byMonth(recurrence: Recurrence, first: number, last: number, steps: MonthSteps): Generator<number> {
  const date = new Date(first * DAY_MS);
  const byDate = recurrence.type === 2 || recurrence.type === 4;
  for (let month = steps.start; ; month += steps.step) {
    const begin = Math.round(Date.UTC(date.getUTCFullYear(), month, 1) / DAY_MS);
    if (begin > last) return;
    const length = Math.round(Date.UTC(date.getUTCFullYear(), month + 1, 1) / DAY_MS) - begin;
    if (byDate) yield begin + Math.min(Math.max(1, recurrence.monthDay), length) - 1;
    else yield positioned(recurrence, begin, length);
  }
}

function positioned({ monthItem, monthPosition }: Recurrence, begin: number, length: number): number {
  const fitting = Array.from({ length }, (_, index) => begin + index).filter((day) =>
    matches(monthItem, day),
  );
  return (monthPosition >= 4 ? fitting.at(-1) : fitting[monthPosition]) ?? begin;
}

function matches(monthItem: number, day: number): boolean {
  const weekday = sundayBased(day);
  if (monthItem === 0) return true;
  if (monthItem === 1) return weekday >= 1 && weekday <= 5;
  if (monthItem === 2) return weekday === 0 || weekday === 6;
  return weekday === monthItem - 3;
}

function monthOf(day: number): number {
  return new Date(day * DAY_MS).getUTCMonth();
}

/** 0 Sunday to 6 Saturday; 1970-01-01 was a Thursday. */
function sundayBased(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
