import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import type { CalendarDefinition, WorkingCalendar } from '@meridian/calendar';
import type { PlanAssignment } from '../plan-file/plan-assignment.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanTask } from '../plan-file/plan-task.js';
import { CompiledCalendars } from './calendar-key.js';
import type { Pause } from './stored-plan.js';
import type { WorkCalendars } from './work-calendars.js';

/** Working minutes within a task in which nobody works on it: in all, and of those the ones still to come. */
export interface Interruption {
  readonly minutes: number;
  readonly minutesAhead: number;
  /** Where they are; empty when nobody knows when the task starts. */
  readonly pauses: readonly Pause[];
}

type Span = readonly [from: number, to: number];

const NONE: Interruption = { minutes: 0, minutesAhead: 0, pauses: [] };

/** The interruptions of all tasks of a file, and the durations that it leaves to its dates. */
export class Interruptions {
  private readonly byTask = new Map<number, PlanAssignment[]>();
  private readonly calendars: CompiledCalendars;
  /** Where a plan says outright that nothing undone lies before it, a pause until then is over. */
  private readonly over: number;

  constructor(
    { assignments, header }: PlanFile,
    definitions: Readonly<Record<string, CalendarDefinition>>,
    private readonly work: WorkCalendars,
  ) {
    for (const assignment of assignments) {
      const known = this.byTask.get(assignment.taskUid);
      if (known) known.push(assignment);
      else this.byTask.set(assignment.taskUid, [assignment]);
    }
    this.calendars = new CompiledCalendars(definitions);
    const { statusDate, progress } = header;
    this.over =
      statusDate !== null && progress.remainsAfterStatusDate
        ? momentFromIso(statusDate)
        : Number.NEGATIVE_INFINITY;
  }

  of(task: PlanTask): Interruption {
    const calendar = this.calendarOf(task);
    return calendar ? interruptionOf(task, this.byTask.get(task.uid) ?? [], calendar, this.over) : NONE;
  }

  /** Of the interruptions those that its recorded progress does not tell: Primavera knows no others. */
  besideProgress(task: PlanTask): Pick<Interruption, 'minutes' | 'minutesAhead'> {
    const calendar = this.calendarOf(task);
    if (calendar === undefined) return NONE;
    const all = this.of(task);
    const silent = (this.byTask.get(task.uid) ?? []).map((one) => ({ ...one, timePhased: [] }));
    const told = interruptionOf(task, silent, calendar, this.over);
    return { minutes: all.minutes - told.minutes, minutesAhead: all.minutesAhead - told.minutesAhead };
  }

  /** What a task without a duration takes by its dates, without its pauses; null when they do not say. */
  durationByDates(task: PlanTask): number | null {
    const { start, finish, durationMinutes, durationStyle, isSummary, isMilestone } = task;
    if (durationMinutes !== null || isSummary || isMilestone || start === null || finish === null)
      return null;
    const [from, to] = [momentFromIso(start), momentFromIso(finish)];
    if (durationStyle.elapsed) return Math.max(0, to - from);
    return Math.max(0, workedIn(this.calendarOf(task) ?? STANDARD, from, to) - this.of(task).minutes);
  }

  /** The dates of a task, where a manual one has only one of them and a duration with the other. */
  datesOf(task: PlanTask): Pick<PlanTask, 'start' | 'finish'> {
    const { start, finish, durationMinutes: minutes, isManual, isSummary, durationStyle } = task;
    if (!isManual || isSummary || minutes === null || (start === null) === (finish === null))
      return { start, finish };
    const calendar = durationStyle.elapsed ? undefined : (this.calendarOf(task) ?? STANDARD);
    if (start !== null)
      return { start, finish: isoFromMoment(later(momentFromIso(start), minutes, calendar)) };
    return { start: isoFromMoment(earlier(momentFromIso(finish!), minutes, calendar)), finish };
  }

  private calendarOf(task: PlanTask): WorkingCalendar | undefined {
    const key = this.work.keyOf(task) ?? this.work.projectKey;
    return key === null ? undefined : this.calendars.at(key);
  }
}

const STANDARD = compileCalendar(STANDARD_CALENDAR);

/**
 * How long a task is interrupted (split). The file shows it in the work of its one assignment, spread over time, and in the
 * gap between where recorded progress ends and where the rest begins. Several assignments take turns, so their gaps say
 * nothing about the task.
 */
function interruptionOf(
  task: PlanTask,
  assignments: readonly PlanAssignment[],
  calendar: WorkingCalendar,
  over: number,
): Interruption {
  if (assignments.length > 1 || task.isSummary || task.isMilestone || task.durationStyle.elapsed) return NONE;
  const given = assignments.flatMap(({ timePhased }) => timePhased.flatMap(({ idle }) => idle.map(spanOf)));
  const { stop, resume } = task.actual;
  if (stop !== null && resume !== null && resume > stop) given.push(spanOf({ from: stop, to: resume }));
  if (given.length === 0) return NONE;
  const spans = united(given);
  const minutesAfter = (from: number) =>
    spans.reduce((sum, span) => sum + workedIn(calendar, Math.max(from, span[0]), span[1]), 0);
  const done = stop === null ? Number.NEGATIVE_INFINITY : momentFromIso(stop);
  return {
    minutes: minutesAfter(Number.NEGATIVE_INFINITY),
    minutesAhead: minutesAfter(Math.max(done, over)),
    pauses: pausesOf(spans, task.actual.start ?? task.start, calendar),
  };
}

function pausesOf(spans: readonly Span[], start: string | null, calendar: WorkingCalendar): Pause[] {
  if (start === null) return [];
  const from = calendar.workBefore(momentFromIso(start));
  return spans.flatMap(([begin, end]) => {
    const minutes = workedIn(calendar, begin, end);
    const afterMinutes = calendar.workBefore(begin) - from;
    return minutes > 0 && afterMinutes >= 0 ? [{ afterMinutes, minutes }] : [];
  });
}

function later(moment: number, minutes: number, calendar: WorkingCalendar | undefined): number {
  if (calendar === undefined || minutes === 0) return moment + minutes;
  return calendar.finishAt(calendar.workBefore(moment) + minutes);
}

function earlier(moment: number, minutes: number, calendar: WorkingCalendar | undefined): number {
  if (calendar === undefined || minutes === 0) return moment - minutes;
  return calendar.startAt(calendar.workBefore(moment) - minutes);
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
