import { Refusal } from '@meridian/refusal';
import { dateAfter, weekOf, weeksBetween, weeksFrom } from '../weeks.js';

/** From when on sheets are asked for, and up to when time is closed. */
export interface TimeKeeping {
  /** Weeks that start before are nobody's debt; `null`: no sheet is asked for. */
  readonly keptFrom: string | null;
  /** The last closed day. */
  readonly lockedThrough: string | null;
}

/** A sheet is due at the end of the Monday after its week. */
const DUE_AFTER_DAYS = 7;
/** Weeks further back than this are not chased any more: nobody remembers them. */
const CHASED_WEEKS = 8;

/** The last day on which the sheet of a week is in time. */
export function dueOn(weekStart: string): string {
  return dateAfter(weekStart, DUE_AFTER_DAYS);
}

/** Weeks whose sheets are overdue, in order: those that are asked for, not closed, and not too long ago. */
export function overdueWeeks({ keptFrom, lockedThrough }: TimeKeeping, today: string): string[] {
  if (keptFrom === null) return [];
  const lastDue = weekOf(dateAfter(today, -DUE_AFTER_DAYS - 1));
  const earliest = dateAfter(lastDue, -7 * (CHASED_WEEKS - 1));
  const firstKept = weekOf(keptFrom) < keptFrom ? dateAfter(weekOf(keptFrom), 7) : keptFrom;
  const first = firstKept > earliest ? firstKept : earliest;
  const weeks = Math.max(0, weeksBetween(first, lastDue) + 1);
  return weeksFrom(first, weeks).filter(
    (week) => lockedThrough === null || dateAfter(week, 6) > lockedThrough,
  );
}

/**
 * Closes time up to a day. It is never opened again: what is wrong in it is taken back on a later day.
 *
 * @param waiting sheets with lines up to that day that wait for their approval
 */
export function closeTime(
  before: TimeKeeping,
  lockedThrough: string,
  { today, waiting }: { readonly today: string; readonly waiting: number },
): void {
  if (before.lockedThrough !== null && lockedThrough < before.lockedThrough) {
    throw new Refusal(
      'resourcing/lock-goes-forward',
      `Time is closed up to ${before.lockedThrough} and is not opened again; take wrong lines back on a later day.`,
      { details: { lockedThrough: before.lockedThrough } },
    );
  }
  if (lockedThrough >= today) {
    throw new Refusal(
      'resourcing/lock-before-today',
      `lockedThrough is ${lockedThrough}; only days that are over, before ${today}, can be closed.`,
      { kind: 'unprocessable' },
    );
  }
  if (waiting > 0) {
    throw new Refusal(
      'resourcing/timesheets-waiting',
      `${waiting} sheets with time up to ${lockedThrough} wait for approval; approve or return them first.`,
      { details: { waiting } },
    );
  }
}
