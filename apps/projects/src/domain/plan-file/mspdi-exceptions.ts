import type { CalendarException } from './plan-calendar.js';
import { dayNumber, recurringDays } from './recurring-days.js';
import type { Recurrence } from './recurring-days.js';
import type { RecordFields } from './record-fields.js';
import { workingTimes } from './working-times.js';

/** Longest list that one recurring exception, and one calendar, is written out to. */
const MAX_PER_EXCEPTION = 5_000;
const MAX_PER_CALENDAR = 20_000;

/**
 * The exceptions of a calendar. Project 2007 and later write them twice, as `<Exception>` and, for old readers, as
 * weekdays of type 0: the second form counts only where the first is missing. The same days with the same hours, given by
 * two recurrences, are listed once, as Microsoft Project does.
 */
export function calendarExceptions(fields: RecordFields): CalendarException[] {
  const elements = fields.element.within('Exceptions', 'Exception');
  const legacy = fields.element
    .within('WeekDays', 'WeekDay')
    .filter((day) => day.leaf('DayType')?.trim() === '0');
  const exceptions: CalendarException[] = [];
  const seen = new Set<string>();
  for (const element of elements.length > 0 ? elements : legacy) {
    if (exceptions.length >= MAX_PER_CALENDAR) {
      fields.changed(`The calendar has more than ${MAX_PER_CALENDAR} exceptions; the others were left out.`);
      break;
    }
    for (const exception of exceptionsOf(fields.of(element))) {
      const key = JSON.stringify([exception.from, exception.to, exception.shifts]);
      if (!seen.has(key)) exceptions.push(exception);
      seen.add(key);
    }
  }
  return exceptions;
}

function exceptionsOf(fields: RecordFields): CalendarException[] {
  const name = fields.line('Name');
  const label = name === null ? 'An exception' : `Exception "${name}"`;
  const period = fields.element.children('TimePeriod')[0];
  const from = period === undefined ? null : fields.of(period).moment('FromDate')?.slice(0, 10);
  const to = period === undefined ? null : fields.of(period).moment('ToDate')?.slice(0, 10);
  if (from == null || to == null || to < from) {
    fields.changed(`${label} has no dates, or ends before it begins; it was left out.`);
    return [];
  }
  const shifts = workingTimes(fields, label);
  const recurrence = recurrenceOf(fields);
  if (recurrence === undefined) return [{ name, from, to, shifts }];
  const days = recurringDays(recurrence, from, to, MAX_PER_EXCEPTION);
  if (days.length === MAX_PER_EXCEPTION)
    fields.changed(`${label} recurs very often; its first ${days.length} days were read.`);
  return runs(days).map(([first, last]) => ({ name, from: first, to: last, shifts }));
}

/** Undefined for a plain range of days: type 1 with a period of one, 9, or no type at all. */
function recurrenceOf(fields: RecordFields): Recurrence | undefined {
  const type = fields.integer('Type');
  if (type === null || type < 2 || type > 8) return undefined;
  const byCount = fields.flag('EnteredByOccurrences') === true;
  const occurrences = fields.integer('Occurrences');
  return {
    type,
    period: fields.integer('Period') ?? 1,
    daysOfWeek: fields.integer('DaysOfWeek') ?? 0,
    monthItem: fields.integer('MonthItem') ?? 0,
    monthPosition: fields.integer('MonthPosition') ?? 0,
    month: Math.min(11, Math.max(0, fields.integer('Month') ?? 0)),
    monthDay: fields.integer('MonthDay') ?? 1,
    occurrences: byCount && occurrences !== null && occurrences > 0 ? occurrences : undefined,
  };
}

/** Days that follow each other become one run. */
function runs(days: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last !== undefined && dayNumber(day) === dayNumber(last[1]) + 1) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}
