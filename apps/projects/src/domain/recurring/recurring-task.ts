import type { Recurrence, RecurrenceRule } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';

/** On which days a task repeats, as people say it: what a kind of pattern does not need is absent. */
export interface RecurrencePattern {
  readonly every: 'day' | 'week' | 'month' | 'year';
  readonly interval?: number;
  readonly weekdays?: Extract<RecurrenceRule, { every: 'week' }>['weekdays'];
  readonly dayOfMonth?: number;
  readonly position?: Extract<RecurrenceRule, { position: unknown }>['position'];
  readonly item?: Extract<RecurrenceRule, { item: unknown }>['item'];
  readonly month?: number;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly until?: string;
  readonly occurrences?: number;
}

/** A task that repeats. */
export interface RecurringTask {
  /** Of the summary that spans the occurrences. */
  readonly taskId: string;
  readonly name: string;
  /** Where a new one is placed; null for the end of the plan. */
  readonly parentTaskId: string | null;
  readonly pattern: RecurrencePattern;
  /** `HH:MM` */
  readonly startsAt: string;
  /** Working minutes of one occurrence. */
  readonly durationMinutes: number;
  /** What becomes of an occurrence on a day without work. */
  readonly onFreeDay: 'move' | 'skip';
  /** Of the plan's calendars; null for that of the project. */
  readonly calendarKey: string | null;
}

/**
 * The rule of a pattern, with what it must have.
 *
 * @throws Refusal `projects/recurrence-invalid`
 */
export function recurrenceOf(pattern: RecurrencePattern): Recurrence {
  const { from, until, occurrences } = pattern;
  if (until === undefined && occurrences === undefined) {
    throw invalid('The pattern has no end; say until which day it goes, or how many times.');
  }
  if (until !== undefined && until < from) {
    throw invalid(`The pattern ends on ${until}, before it begins on ${from}.`);
  }
  for (const day of [from, until]) if (day !== undefined && !isDay(day)) throw invalid(`${day} is no day.`);
  const end = { from, ...(until === undefined ? {} : { until }) };
  return { ...ruleOf(pattern), ...end, ...(occurrences === undefined ? {} : { occurrences }) };
}

function ruleOf({
  every,
  interval = 1,
  weekdays = [],
  month,
  ...pattern
}: RecurrencePattern): RecurrenceRule {
  if (every === 'day') return { every, interval };
  if (every === 'week') {
    if (weekdays.length === 0) throw invalid('A weekly pattern names at least one weekday.');
    return { every, interval, weekdays: [...new Set(weekdays)] };
  }
  const which = dayWithin(pattern);
  if (every === 'month') return { every, interval, ...which };
  if (month === undefined) throw invalid('A yearly pattern names its month.');
  return { every, month, ...which };
}

function dayWithin({
  dayOfMonth,
  position,
  item,
}: Pick<RecurrencePattern, 'dayOfMonth' | 'position' | 'item'>) {
  if (dayOfMonth !== undefined && position === undefined && item === undefined) return { dayOfMonth };
  if (dayOfMonth === undefined && position !== undefined && item !== undefined) return { position, item };
  throw invalid('Say the day of the month, or which of its days, such as the last Friday; one of the two.');
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function invalid(sentence: string): Refusal {
  return new Refusal('projects/recurrence-invalid', sentence, { kind: 'unprocessable' });
}
