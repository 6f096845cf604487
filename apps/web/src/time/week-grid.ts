import type { TimeEntry, TimeLine, TimesheetFigures } from '@meridian/contracts-resourcing';
import { dayToMs } from '../dates/format-day.js';
import { hoursText, minutesOf } from './hours.js';

/** What time is written for. */
export interface Work {
  readonly projectId?: string;
  readonly taskId?: string;
  readonly background?: NonNullable<TimeLine['background']>;
  readonly name: string;
  /** The project of a task. */
  readonly below?: string;
}

/** A line of the grid: what was typed for each day of the week. */
export interface GridRow extends Work {
  readonly hours: readonly string[];
  readonly notes: readonly (string | undefined)[];
}

const backgroundNames = {
  administration: 'Administration',
  meetings: 'Meetings',
  training: 'Training',
  support: 'Support',
  other: 'Other',
} as const;

export const backgroundWork: readonly Work[] = Object.entries(backgroundNames).map(([background, name]) => ({
  background: background as keyof typeof backgroundNames,
  name,
}));

/** The seven days from a Monday on. */
export function daysOf(weekStart: string): string[] {
  return Array.from({ length: 7 }, (_, day) => dayAfter(weekStart, day));
}

export function dayAfter(day: string, days: number): string {
  return new Date(dayToMs(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export function keyOf({ projectId = '', taskId = '', background }: Work): string {
  return `${projectId} ${taskId} ${background ?? ''}`;
}

export function emptyRow(work: Work): GridRow {
  const { projectId, taskId, background, name, below } = work;
  return {
    projectId,
    taskId,
    background,
    name,
    below,
    hours: Array(7).fill(''),
    notes: Array(7).fill(undefined),
  };
}

export function nameOf({ projectName, taskName, background }: TimeEntry): string {
  if (background) return backgroundNames[background];
  return taskName ?? projectName ?? 'A project that you may not see';
}

/** What can still be changed, with the planned work of the week as rows to fill in. */
export function gridOf({ weekStart, entries, planned }: TimesheetFigures): GridRow[] {
  const days = daysOf(weekStart);
  const rows = new Map<string, GridRow>();
  for (const { projectId, projectName, taskId, taskName } of planned) {
    const work = { projectId, taskId, name: taskName, below: projectName };
    rows.set(keyOf(work), emptyRow(work));
  }
  for (const entry of entries.filter(({ isApproved, reversesEntryId }) => !isApproved && !reversesEntryId)) {
    const { projectId, taskId, background, taskName, projectName } = entry;
    const below = taskName === undefined ? undefined : projectName;
    const work = { projectId, taskId, background, name: nameOf(entry), below };
    const row = rows.get(keyOf(work)) ?? emptyRow(work);
    const day = days.indexOf(entry.day);
    const sum = (minutesOf(row.hours[day] ?? '') ?? 0) + entry.minutes;
    rows.set(keyOf(work), {
      ...row,
      hours: row.hours.with(day, hoursText(sum)),
      notes: row.notes.with(day, row.notes[day] ?? entry.note),
    });
  }
  return [...rows.values()];
}

/** Minutes of a day or a row; what is no time counts as none. */
export function sumOf(hours: readonly string[]): number {
  return hours.reduce((sum, text) => sum + (minutesOf(text) ?? 0), 0);
}

/**
 * The lines to send.
 *
 * @param takenBack approved entries that are to be taken back
 */
export function linesOf(
  weekStart: string,
  rows: readonly GridRow[],
  takenBack: readonly Pick<TimeEntry, 'entryId' | 'day'>[],
): TimeLine[] {
  const days = daysOf(weekStart);
  const written = rows.flatMap(({ projectId, taskId, background, hours, notes }) =>
    hours.flatMap((text, at) => {
      const minutes = minutesOf(text) ?? 0;
      if (minutes === 0) return [];
      const note = notes[at];
      return [
        {
          day: days[at] ?? weekStart,
          ...(projectId && { projectId }),
          ...(taskId && { taskId }),
          ...(background && { background }),
          minutes,
          ...(note && { note }),
        },
      ];
    }),
  );
  return [...takenBack.map(({ entryId, day }) => ({ day, reversesEntryId: entryId })), ...written];
}
