import { momentFromIso } from '@meridian/calendar';
import type { CalendarDefinition, WorkingCalendar } from '@meridian/calendar';
import type { PlanAssignment } from '../plan-file/plan-assignment.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanTask } from '../plan-file/plan-task.js';
import { CompiledCalendars } from './calendar-key.js';
import type { WorkCalendars } from './work-calendars.js';

/** Working minutes within a task in which nobody works on it: in all, and of those the ones still to come. */
export interface Interruption {
  readonly minutes: number;
  readonly minutesAhead: number;
}

type Span = readonly [from: number, to: number];

const NONE: Interruption = { minutes: 0, minutesAhead: 0 };

/** The interruptions of all tasks of a file. */
export class Interruptions {
  private readonly byTask = new Map<number, PlanAssignment[]>();
  private readonly calendars: CompiledCalendars;

  constructor(
    file: PlanFile,
    definitions: Readonly<Record<string, CalendarDefinition>>,
    private readonly work: WorkCalendars,
  ) {
    for (const assignment of file.assignments) {
      const known = this.byTask.get(assignment.taskUid);
      if (known) known.push(assignment);
      else this.byTask.set(assignment.taskUid, [assignment]);
    }
    this.calendars = new CompiledCalendars(definitions);
  }

  of(task: PlanTask): Interruption {
    const key = this.work.keyOf(task) ?? this.work.projectKey;
    const calendar = key === null ? undefined : this.calendars.at(key);
    return calendar ? interruptionOf(task, this.byTask.get(task.uid) ?? [], calendar) : NONE;
  }
}

/**
 * How long a task is interrupted (split). The file shows it in the work of its one assignment, spread over time, and in the
 * gap between where recorded progress ends and where the rest begins. Several assignments take turns, so their gaps say
 * nothing about the task.
 */
function interruptionOf(
  task: PlanTask,
  assignments: readonly PlanAssignment[],
  calendar: WorkingCalendar,
): Interruption {
  if (assignments.length > 1 || task.isSummary || task.isMilestone || task.durationStyle.elapsed) return NONE;
  const spans = assignments.flatMap(({ timePhased }) => timePhased.flatMap(({ idle }) => idle.map(spanOf)));
  const { stop, resume } = task.actual;
  if (stop !== null && resume !== null && resume > stop) spans.push(spanOf({ from: stop, to: resume }));
  if (spans.length === 0) return NONE;
  const minutesAfter = (from: number) =>
    united(spans).reduce((sum, span) => sum + workedIn(calendar, Math.max(from, span[0]), span[1]), 0);
  const done = stop === null ? Number.NEGATIVE_INFINITY : momentFromIso(stop);
  return { minutes: minutesAfter(Number.NEGATIVE_INFINITY), minutesAhead: minutesAfter(done) };
}

function spanOf({ from, to }: { readonly from: string; readonly to: string }): Span {
  return [momentFromIso(from), momentFromIso(to)];
}

function workedIn(calendar: WorkingCalendar, from: number, to: number): number {
  return to > from ? calendar.workBefore(to) - calendar.workBefore(from) : 0;
}

function united(spans: readonly Span[]): Span[] {
  const ordered = spans.toSorted((a, b) => a[0] - b[0]);
  return ordered.reduce<Span[]>((merged, [from, to]) => {
    const last = merged.at(-1);
    if (last === undefined || from > last[1]) return [...merged, [from, to]];
    return [...merged.slice(0, -1), [last[0], Math.max(last[1], to)]];
  }, []);
}
