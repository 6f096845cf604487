import { dateFromDay, dayFromDate } from '@meridian/calendar';
import type { Sprint } from './sprint.js';
import type { SprintEntry } from './sprint-entry.js';

/** What a sprint was at the evening of a day. */
export interface BurnDay {
  readonly on: string;
  /** The commitment melted evenly over the planned working days. */
  readonly idealPoints: number;
  /** Null for days to come. */
  readonly burnt: BurntDay | null;
}

export interface BurntDay {
  readonly scopePoints: number;
  readonly donePoints: number;
  readonly remainingPoints: number;
  /** Changes of the scope on this day, after the commitment. */
  readonly addedPoints: number;
  readonly removedPoints: number;
  readonly scopeItems: number;
  readonly doneItems: number;
}

export interface BurnQuestion {
  readonly sprint: Pick<Sprint, 'startedOn' | 'endsOn' | 'closedOn' | 'committedPoints'>;
  readonly entries: readonly SprintEntry[];
  readonly today: string;
  readonly isWorkingDay: (date: string) => boolean;
}

/**
 * Burn-down (scope less done) and burn-up (scope and done) of a sprint: a line for each working day from its beginning to
 * its planned end, or for as long as it took, and for each free day on which something happened. Scope changes are apart,
 * so that a line which does not fall is told from one that was raised.
 */
export function burnDown({ sprint, entries, today, isWorkingDay }: BurnQuestion): BurnDay[] {
  const { startedOn, endsOn, closedOn, committedPoints } = sprint;
  if (startedOn === null) return [];
  const known = closedOn ?? today;
  const happened = new Set(entries.map(({ on }) => on));
  const days = datesBetween(startedOn, later(endsOn, known)).filter(
    (date) => isWorkingDay(date) || happened.has(date),
  );
  const planned = days.filter((date) => date <= endsOn && isWorkingDay(date));
  return days.map((on) => {
    const past = planned.filter((date) => date <= on).length;
    const open = planned.length === 0 ? 0 : (planned.length - past) / planned.length;
    return {
      on,
      idealPoints: Math.round((committedPoints ?? 0) * open * 10) / 10,
      burnt: on <= known ? burntBy(entries, on) : null,
    };
  });
}

function burntBy(entries: readonly SprintEntry[], on: string): BurntDay {
  const until = entries.filter((entry) => entry.on <= on);
  const changes = until.filter((entry) => entry.on === on && entry.kind !== 'committed');
  const scopePoints = sum(until, 'scopePoints');
  const donePoints = sum(until, 'donePoints');
  return {
    scopePoints,
    donePoints,
    remainingPoints: scopePoints - donePoints,
    addedPoints: sum(
      changes.filter((entry) => entry.scopePoints > 0),
      'scopePoints',
    ),
    removedPoints:
      0 -
      sum(
        changes.filter((entry) => entry.scopePoints < 0),
        'scopePoints',
      ),
    scopeItems: sum(until, 'scopeItems'),
    doneItems: sum(until, 'doneItems'),
  };
}

function sum(
  entries: readonly SprintEntry[],
  field: 'scopePoints' | 'donePoints' | 'scopeItems' | 'doneItems',
): number {
  return entries.reduce((total, entry) => total + entry[field], 0);
}

function datesBetween(from: string, to: string): string[] {
  const first = dayFromDate(from);
  return Array.from({ length: Math.max(0, dayFromDate(to) - first + 1) }, (_, day) =>
    dateFromDay(first + day),
  );
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}
