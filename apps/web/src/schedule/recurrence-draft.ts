import type { RecurrencePattern, RecurringTaskLine } from '@meridian/contracts-projects';
import { formatDay } from '../dates/format-day.js';

type Weekday = NonNullable<RecurrencePattern['weekdays']>[number];

export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** What the form of a recurring task holds while it is written. */
export interface RecurrenceDraft {
  readonly name: string;
  readonly parentTaskId: string;
  readonly every: RecurrencePattern['every'];
  readonly interval: string;
  readonly weekdays: readonly Weekday[];
  /** Of a month or a year: a day by its number, or one such as the last Friday. */
  readonly by: 'day' | 'position';
  readonly dayOfMonth: string;
  readonly position: NonNullable<RecurrencePattern['position']>;
  readonly item: NonNullable<RecurrencePattern['item']>;
  readonly month: string;
  readonly from: string;
  readonly ends: 'occurrences' | 'until';
  readonly occurrences: string;
  readonly until: string;
  readonly startsAt: string;
  readonly hours: string;
  readonly onFreeDay: 'move' | 'skip';
  readonly calendarKey: string;
}

/** A recurring task as a form shows it; one that is new when there is none yet. */
export function draftOf(line: RecurringTaskLine | undefined, today: string): RecurrenceDraft {
  const pattern = line?.pattern;
  return {
    name: line?.name ?? '',
    parentTaskId: line?.parentTaskId ?? '',
    every: pattern?.every ?? 'week',
    interval: String(pattern?.interval ?? 1),
    weekdays: pattern?.weekdays ?? ['monday'],
    by: pattern?.position === undefined ? 'day' : 'position',
    dayOfMonth: String(pattern?.dayOfMonth ?? 1),
    position: pattern?.position ?? 'last',
    item: pattern?.item ?? 'friday',
    month: String(pattern?.month ?? 1),
    from: pattern?.from ?? line?.next ?? today,
    ends: pattern?.until === undefined ? 'occurrences' : 'until',
    occurrences: String(pattern?.occurrences ?? 12),
    until: pattern?.until ?? '',
    startsAt: line?.startsAt ?? '09:00',
    hours: String((line?.durationMinutes ?? 60) / 60),
    onFreeDay: line?.onFreeDay ?? 'move',
    calendarKey: line?.calendarKey ?? '',
  };
}

/** What is asked for: only what the kind of pattern needs. */
export function patternOf(draft: RecurrenceDraft): RecurrencePattern {
  const { every, from, ends, until } = draft;
  const end = ends === 'until' ? { until } : { occurrences: Number(draft.occurrences) };
  const interval = every === 'year' ? {} : { interval: Number(draft.interval) };
  return { every, ...interval, ...daysOf(draft), from, ...end };
}

/** The body of the request that writes it. */
export function bodyOf(draft: RecurrenceDraft) {
  return {
    name: draft.name.trim(),
    ...(draft.parentTaskId === '' ? {} : { parentTaskId: draft.parentTaskId }),
    pattern: patternOf(draft),
    startsAt: draft.startsAt,
    durationMinutes: Math.round(Number(draft.hours) * 60),
    onFreeDay: draft.onFreeDay,
    ...(draft.calendarKey === '' ? {} : { calendarKey: draft.calendarKey }),
  };
}

function daysOf({ every, weekdays, by, ...draft }: RecurrenceDraft): Partial<RecurrencePattern> {
  if (every === 'day') return {};
  if (every === 'week') return { weekdays: WEEKDAYS.filter((day) => weekdays.includes(day)) };
  const month = every === 'year' ? { month: Number(draft.month) } : {};
  const { position, item } = draft;
  return by === 'day' ? { ...month, dayOfMonth: Number(draft.dayOfMonth) } : { ...month, position, item };
}

/** A pattern in words: "every 2 weeks on Monday and Thursday, 12 times from 2 Mar 2026". */
export function patternWords(pattern: RecurrencePattern): string {
  const { occurrences, until, from } = pattern;
  const end = [
    occurrences === undefined ? '' : ` ${occurrences} times`,
    ` from ${formatDay(from)}`,
    until === undefined ? '' : ` until ${formatDay(until)}`,
  ].join('');
  return `${everyWords(pattern)},${end}`;
}

function everyWords({ every, interval = 1, weekdays = [], month, ...within }: RecurrencePattern): string {
  if (every === 'year') return `every year on ${dayWords(within)} of ${monthName(month ?? 1)}`;
  const unit = interval === 1 ? `every ${every}` : `every ${interval} ${every}s`;
  if (every === 'day') return unit;
  return `${unit} on ${every === 'week' ? listed(weekdays.map(capital)) : dayWords(within)}`;
}

function dayWords({
  dayOfMonth,
  position,
  item,
}: Pick<RecurrencePattern, 'dayOfMonth' | 'position' | 'item'>): string {
  if (dayOfMonth !== undefined) return `day ${dayOfMonth}`;
  return `the ${position ?? 'first'} ${itemName(item ?? 'day')}`;
}

/** As a form and a sentence name a kind of day. */
export function itemName(item: NonNullable<RecurrencePattern['item']>): string {
  if (item === 'weekend-day') return 'weekend day';
  return item === 'day' || item === 'weekday' ? item : capital(item);
}

export function monthName(month: number): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, month - 1, 1),
  );
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
