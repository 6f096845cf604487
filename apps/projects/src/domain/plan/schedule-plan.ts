import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { compileNetwork, schedule } from '@meridian/network';
import type {
  Activity,
  CompiledNetwork,
  Constraint,
  Lag,
  Progress,
  Schedule,
  ScheduledActivity,
  ScheduleOptions,
} from '@meridian/network';
import { outsideBounds, type OutsideBounds } from '../links/foreign-link.js';
import { CompiledCalendars } from './calendar-key.js';
import type { PlanSettings, StoredLink, StoredPlan, StoredTask, TaskDates } from './stored-plan.js';
import { clashSentence, whyThisDate } from './why-this-date.js';

/** A plan whose network is compiled; progress may change between two runs, tasks and links may not. */
export interface PlanNetwork {
  readonly plan: StoredPlan;
  readonly network: CompiledNetwork;
  readonly names: ReadonlyMap<string, string>;
  /** What tasks wait for in other projects. */
  readonly outside: ReadonlyMap<string, OutsideBounds>;
  /** Moments as text, remembered: from one run to the next nearly all of them are the same. */
  readonly textOf: (moment: number) => string;
}

export interface ComputedSchedule {
  /** By task id; inactive tasks have the dates of their file. */
  readonly dates: ReadonlyMap<string, TaskDates>;
  readonly start: string;
  readonly finish: string;
  readonly criticalCount: number;
  readonly clashes: readonly string[];
  /** The answer of the network itself, for questions about single dates. */
  readonly schedule: Schedule;
}

const REMEMBERED_TEXTS = 50_000;

/** Checks and orders the network of a plan. @throws Refusal `network/...`, `calendar/...`. */
export function planNetwork(plan: StoredPlan): PlanNetwork {
  const { settings, calendars, tasks, links, foreign = [] } = plan;
  const compiled = new CompiledCalendars(calendars);
  const projectCalendar = compiled.at(settings.calendarKey ?? '') ?? compileCalendar(STANDARD_CALENDAR);
  const active = tasks.filter(({ isActive }) => isActive);
  const ids = new Set(active.map(({ taskId }) => taskId));
  const calendarOf = new Map(active.map(({ taskId, calendarKey }) => [taskId, calendarKey]));
  const outside = outsideBounds(
    foreign.filter(({ toTaskId }) => ids.has(toTaskId)),
    (taskId) => compiled.at(calendarOf.get(taskId) ?? '') ?? projectCalendar,
  );
  const network = compileNetwork({
    activities: active.map((task) => activityOf(task, compiled, outside.get(task.taskId))),
    links: links
      .filter(({ fromTaskId, toTaskId }) => ids.has(fromTaskId) && ids.has(toTaskId))
      .map((link) => linkOf(link, settings)),
    projectCalendar,
    calendars: compiled.byKey,
  });
  const names = new Map(tasks.map(({ taskId, name }) => [taskId, name]));
  return { plan, network, names, outside, textOf: texts() };
}

/** Computes all dates of a plan with its progress. */
export function schedulePlan(compiled: PlanNetwork, tasks: readonly StoredTask[]): ComputedSchedule {
  const { plan, network, names } = compiled;
  const { settings } = plan;
  const answer = schedule(network, scheduleOptions(settings, tasks));
  const dates = new Map<string, TaskDates>();
  for (const row of answer.activities()) dates.set(row.id, datesOf(row, compiled));
  for (const task of tasks)
    if (!task.isActive) dates.set(task.taskId, datesOfFile(task, settings.projectStart));
  const working = tasks.filter(({ isActive, isSummary }) => isActive && !isSummary);
  const starts = working.map(({ taskId }) => dates.get(taskId)?.start ?? settings.projectStart);
  return {
    dates,
    start: starts.reduce(
      (least, start) => (start < least ? start : least),
      starts[0] ?? settings.projectStart,
    ),
    finish: isoFromMoment(answer.projectFinish),
    criticalCount: answer.criticalIds().length,
    clashes: answer.clashes.map((clash) => clashSentence(clash, names)),
    schedule: answer,
  };
}

/** What the network is told besides its activities and links. */
export function scheduleOptions(settings: PlanSettings, tasks: readonly StoredTask[]): ScheduleOptions {
  const common = {
    honour: settings.honour,
    criticalFloatMinutes: settings.criticalFloatMinutes,
    multipleCriticalPaths: settings.multipleCriticalPaths,
    mustFinishBy: momentOf(settings.mustFinishBy),
    statusDate: momentOf(settings.statusDate),
    outOfSequence: settings.outOfSequence,
    progress: progressOf(tasks),
  };
  return settings.projectFinish === null
    ? { ...common, projectStart: momentFromIso(settings.projectStart) }
    : { ...common, finishOn: momentFromIso(settings.projectFinish) };
}

function momentOf(text: string | undefined): number | null {
  return text === undefined ? null : momentFromIso(text);
}

function activityOf(
  task: StoredTask,
  calendars: CompiledCalendars,
  outside: OutsideBounds | undefined,
): Activity {
  const manual = task.isManual && !task.isSummary && task.fileStart !== null && task.fileFinish !== null;
  return {
    id: task.taskId,
    name: task.name,
    parentId: task.parentTaskId,
    durationMinutes: task.durationMinutes + task.idleMinutes,
    durationKind: task.isElapsed ? 'elapsed' : 'working',
    calendarId: task.calendarKey !== null && calendars.at(task.calendarKey) ? task.calendarKey : null,
    constraint: constraintOf(task),
    deadline: task.deadline === null ? null : momentFromIso(task.deadline),
    delay: task.levelledTo === null ? null : { notBefore: momentFromIso(`${task.levelledTo}T00:00:00`) },
    outside: outside && !task.isSummary ? { start: outside.start?.at, finish: outside.finish?.at } : null,
    manual: manual
      ? { start: momentFromIso(task.fileStart ?? ''), finish: momentFromIso(task.fileFinish ?? '') }
      : null,
  };
}

function constraintOf({ constraintKind: kind, constraintAt }: StoredTask): Constraint | null {
  if (kind === null) return null;
  if (kind === 'ASAP' || kind === 'ALAP') return { kind };
  return constraintAt === null ? null : { kind, at: momentFromIso(constraintAt) };
}

function linkOf(
  { fromTaskId, toTaskId, kind, lagKind, lagMinutes, lagPercent }: StoredLink,
  { lagCalendar: calendar }: PlanSettings,
) {
  const lag: Lag =
    lagKind === 'working'
      ? { minutes: lagMinutes, calendar }
      : lagKind === 'elapsed' || lagPercent === null
        ? { elapsedMinutes: lagMinutes }
        : { percent: lagPercent, elapsed: lagKind === 'elapsed-percent', calendar };
  return { from: fromTaskId, to: toTaskId, kind, lag };
}

function progressOf(tasks: readonly StoredTask[]): Map<string, Progress> {
  const progress = new Map<string, Progress>();
  for (const task of tasks) {
    if (!task.isActive || task.isSummary || task.actualStart === null) continue;
    progress.set(task.taskId, {
      actualStart: momentFromIso(task.actualStart),
      actualFinish: task.actualFinish === null ? null : momentFromIso(task.actualFinish),
      percentComplete: task.percentComplete,
      remainingMinutes: task.remainingMinutes,
    });
  }
  return progress;
}

function texts(): (moment: number) => string {
  const known = new Map<number, string>();
  return (moment) => {
    const text = known.get(moment) ?? isoFromMoment(moment);
    if (known.size < REMEMBERED_TEXTS) known.set(moment, text);
    return text;
  };
}

function datesOf(row: ScheduledActivity, { names, textOf }: PlanNetwork): TaskDates {
  return {
    start: textOf(row.start),
    finish: textOf(row.finish),
    lateStart: textOf(row.lateStart),
    lateFinish: textOf(row.lateFinish),
    totalFloatMinutes: row.totalFloatMinutes,
    // A date that must be met bounds free float as well, as in Microsoft Project.
    freeFloatMinutes: Math.min(row.freeFloatMinutes, Math.max(0, row.totalFloatMinutes)),
    isCritical: row.isCritical,
    why: row.driver === undefined ? null : whyThisDate(row.driver, names),
  };
}

function datesOfFile(task: StoredTask, fallback: string): TaskDates {
  const start = task.fileStart ?? fallback;
  const finish = task.fileFinish !== null && task.fileFinish > start ? task.fileFinish : start;
  const late = { lateStart: start, lateFinish: finish };
  return { start, finish, ...late, totalFloatMinutes: 0, freeFloatMinutes: 0, isCritical: false, why: null };
}
