import { Refusal } from '@meridian/refusal';
import { endOfWeek } from '../weeks.js';
import type { WrittenDraft } from './time-draft.js';

export type TimesheetState = 'open' | 'submitted' | 'approved';

/** Time of one day for one thing. Approved, it is never changed: another line takes it back. */
export interface TimeEntry {
  readonly entryId: string;
  readonly day: string;
  readonly projectId: string | null;
  readonly taskId: string | null;
  /** What was done for no project. */
  readonly background: string | null;
  /** Below zero for a reversal. */
  readonly minutes: number;
  readonly note: string | null;
  readonly reversesEntryId: string | null;
  readonly isApproved: boolean;
}

/** The week of a person. */
export interface Timesheet {
  readonly personId: string;
  /** A Monday. */
  readonly weekStart: string;
  readonly state: TimesheetState;
  readonly entries: readonly TimeEntry[];
}

/** The last day of the time that is closed; `null` while none is. */
export type LockedThrough = string | null;

const MINUTES_OF_DAY = 1_440;

export function newTimesheet(personId: string, weekStart: string): Timesheet {
  return { personId, weekStart, state: 'open', entries: [] };
}

/** Minutes of a sheet: the sum of its lines, reversals taken off. */
/** The projects that a sheet has time for; null where a line is for none. */
export function projectsOf({ entries }: Timesheet): readonly (string | null)[] {
  return entries.map(({ projectId }) => projectId);
}

export function totalMinutes(entries: readonly Pick<TimeEntry, 'minutes'>[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0);
}

/**
 * Writes what is not approved yet anew; approved lines stay as they are.
 *
 * @param drafts as `writeDrafts` made them
 * @throws Refusal when the sheet waits for its approval, a line lies outside of its week or in closed time, or a day has
 * more than 24 hours
 */
export function recordTime(
  sheet: Timesheet,
  drafts: readonly WrittenDraft[],
  lockedThrough: LockedThrough,
): Timesheet {
  if (sheet.state === 'submitted') {
    throw new Refusal(
      'resourcing/timesheet-submitted',
      'The sheet waits for its approval; it can be changed again when it is returned.',
    );
  }
  requireDaysInWeek(sheet, drafts);
  requireOpenTime(drafts, lockedThrough);
  const approved = sheet.entries.filter(({ isApproved }) => isApproved);
  const entries = [...approved, ...drafts];
  requireDays(entries);
  return { ...sheet, entries, state: drafts.length === 0 && approved.length > 0 ? 'approved' : 'open' };
}

/** Hands a sheet in. One without lines says that there was nothing to report. */
export function submitTimesheet(sheet: Timesheet, lockedThrough: LockedThrough): Timesheet {
  if (sheet.state !== 'open') {
    throw new Refusal('resourcing/timesheet-not-open', `The sheet is ${sheet.state} already.`);
  }
  requireOpenTime(pending(sheet), lockedThrough);
  return { ...sheet, state: 'submitted' };
}

/** Approves a sheet. `booked` are the lines that hold from now on: each line is among them once in its life. */
export function approveTimesheet(
  sheet: Timesheet,
  approverId: string,
  lockedThrough: LockedThrough,
): { readonly sheet: Timesheet; readonly booked: readonly TimeEntry[] } {
  requireDecidable(sheet, approverId);
  const booked = pending(sheet).map((entry) => ({ ...entry, isApproved: true }));
  requireOpenTime(booked, lockedThrough);
  const approved = sheet.entries.filter(({ isApproved }) => isApproved);
  return { sheet: { ...sheet, state: 'approved', entries: [...approved, ...booked] }, booked };
}

/** Gives a sheet back to be written anew. */
export function returnTimesheet(sheet: Timesheet, approverId: string): Timesheet {
  requireDecidable(sheet, approverId);
  return { ...sheet, state: 'open' };
}

function requireDecidable(sheet: Timesheet, approverId: string): void {
  if (approverId === sheet.personId) {
    throw new Refusal(
      'resourcing/own-timesheet',
      'Nobody decides on the own sheet; the line manager or a resource manager does.',
      { kind: 'forbidden' },
    );
  }
  if (sheet.state !== 'submitted') {
    throw new Refusal(
      'resourcing/timesheet-not-submitted',
      `The sheet is ${sheet.state}; only one that was handed in can be decided on.`,
    );
  }
}

function pending(sheet: Timesheet): TimeEntry[] {
  return sheet.entries.filter(({ isApproved }) => !isApproved);
}

function requireDaysInWeek({ weekStart }: Timesheet, drafts: readonly WrittenDraft[]): void {
  const last = endOfWeek(weekStart);
  const outside = drafts.find(({ day }) => day < weekStart || day > last);
  if (!outside) return;
  throw new Refusal(
    'resourcing/day-outside-week',
    `A line is for ${outside.day}; the sheet has the days from ${weekStart} to ${last}.`,
    { kind: 'unprocessable', details: { day: outside.day } },
  );
}

function requireOpenTime(entries: readonly { readonly day: string }[], lockedThrough: LockedThrough): void {
  const locked = lockedThrough === null ? undefined : entries.find(({ day }) => day <= lockedThrough);
  if (!locked) return;
  throw new Refusal(
    'resourcing/period-locked',
    `A line is for ${locked.day}; time is closed up to ${lockedThrough}. Put it on a later day.`,
    { details: { day: locked.day, lockedThrough } },
  );
}

function requireDays(entries: readonly TimeEntry[]): void {
  const byDay = new Map<string, number>();
  for (const { day, minutes } of entries) byDay.set(day, (byDay.get(day) ?? 0) + minutes);
  for (const [day, minutes] of byDay) {
    if (minutes <= MINUTES_OF_DAY) continue;
    throw new Refusal('resourcing/day-too-long', `${day} has ${minutes} minutes; a day has at most 1440.`, {
      kind: 'unprocessable',
      details: { day, minutes },
    });
  }
}
