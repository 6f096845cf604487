import type { CalendarDefinition } from '@meridian/calendar';
import type { ConstraintKind, LinkKind } from '@meridian/network';
import type { PlanSettings, StoredLink, StoredTask, TaskDates } from '../plan/stored-plan.js';
import { BLANK_TASK } from '../plan-file/blank-task.js';
import { BLANK_HEADER } from '../plan-file/blank-header.js';
import { currencyExponent } from '../plan-file/currency-exponent.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { LinkType, PlanLink } from '../plan-file/plan-link.js';
import type { ConstraintType, PlanTask } from '../plan-file/plan-task.js';
import { calendarsOfDefinitions } from './calendars-of-definitions.js';
import { peopleOfPlan } from './people-of-plan.js';
import { splitsOf, type WrittenSplit } from './split-of-plan.js';

/** An adopted plan with everything that is kept of it. */
export interface AdoptedPlan {
  /** The GUID that the adopted file had; null when it had none. */
  readonly fileGuid: string | null;
  readonly name: string;
  readonly manager: string | null;
  readonly currency: string;
  /** `YYYY-MM-DD`. */
  readonly statusDate: string | null;
  readonly finish: string | null;
  readonly settings: PlanSettings;
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  readonly tasks: readonly StoredTask[];
  readonly links: readonly StoredLink[];
  readonly dates: ReadonlyMap<string, TaskDates>;
  readonly assignments: readonly {
    readonly taskId: string;
    readonly resourceName: string;
    readonly resourceKey: string | null;
    readonly resourceKind: string;
    readonly unitsPercent: number;
    readonly workMinutes: number;
  }[];
}

/**
 * The plan of a project as a file would say it, with the dates that were computed here. UIDs and GUIDs are those of the file it
 * came from, so that the tasks are known again when the file comes back.
 */
export function planFileOfPlan(plan: AdoptedPlan): PlanFile {
  const calendars = calendarsOfDefinitions(plan.calendars);
  const uidOfTask = taskUids(plan.tasks);
  const uidOfCalendar = new Map(calendars.map(({ key, calendar }) => [key, calendar.uid]));
  const levels = levelsOf(plan.tasks);
  const calendarUid = (key: string | null) =>
    key === null ? null : (uidOfCalendar.get(ownCalendar(key)) ?? null);
  const splits = splitsOf(plan);
  const { resources, assignments } = peopleOfPlan(plan, uidOfTask, splits);
  return {
    format: 'mspdi',
    header: headerOf(plan, calendarUid(plan.settings.calendarKey)),
    calendars: calendars.map(({ calendar }) => calendar),
    tasks: plan.tasks.map((task, at) => ({
      ...taskOf(task, plan.dates.get(task.taskId), splits.get(task.taskId)),
      uid: uidOfTask.get(task.taskId)!,
      id: at + 1,
      outlineLevel: levels.get(task.taskId)!,
      parentUid: task.parentTaskId === null ? null : (uidOfTask.get(task.parentTaskId) ?? null),
      calendarUid: calendarUid(task.calendarKey),
      // The key of a task's hours includes those of its people already.
      ignoresResourceCalendars: task.calendarKey !== null,
    })),
    links: plan.links.map((link) => linkOf(link, uidOfTask)),
    resources,
    assignments,
  };
}

function taskUids(tasks: readonly StoredTask[]): Map<string, number> {
  const areDistinct = new Set(tasks.map(({ uid }) => uid)).size === tasks.length;
  return new Map(tasks.map(({ taskId, uid }, at) => [taskId, areDistinct ? uid : at + 1]));
}

/** Of "these hours and those of any of these people" the first: files have one calendar for a task. */
function ownCalendar(key: string): string {
  return key.split(/[&|]/)[0]!;
}

function headerOf({ name, manager, currency, settings, ...plan }: AdoptedPlan, calendarUid: number | null) {
  return {
    ...BLANK_HEADER,
    guid: plan.fileGuid,
    name,
    manager,
    start: settings.projectStart,
    finish: settings.projectFinish ?? plan.finish,
    statusDate: settings.statusDate ?? (plan.statusDate === null ? null : `${plan.statusDate}T17:00:00`),
    currency,
    currencyExponent: currencyExponent(currency),
    scheduleFromStart: settings.projectFinish === null,
    calendarUid,
    honourConstraints: settings.honour === 'constraint',
    multipleCriticalPaths: settings.multipleCriticalPaths,
    criticalSlackDays: settings.criticalFloatMinutes / BLANK_HEADER.minutesPerDay,
    lagCalendar: settings.lagCalendar ?? BLANK_HEADER.lagCalendar,
    mustFinishBy: settings.mustFinishBy ?? null,
    progress: {
      remainsAfterStatusDate: settings.statusDate !== undefined,
      outOfSequence: settings.outOfSequence ?? BLANK_HEADER.progress.outOfSequence,
    },
  };
}

const CONSTRAINTS: Readonly<Record<ConstraintKind, ConstraintType>> = {
  ASAP: 'as-soon-as-possible',
  ALAP: 'as-late-as-possible',
  MSO: 'must-start-on',
  MFO: 'must-finish-on',
  SNET: 'start-no-earlier-than',
  SNLT: 'start-no-later-than',
  FNET: 'finish-no-earlier-than',
  FNLT: 'finish-no-later-than',
  START_ON: 'start-on',
  FINISH_ON: 'finish-on',
};

function taskOf(
  task: StoredTask,
  dates: TaskDates | undefined,
  split: WrittenSplit | undefined,
): Omit<PlanTask, 'uid' | 'id' | 'outlineLevel' | 'parentUid'> {
  const { baselineStart, baselineFinish, durationMinutes, percentComplete } = task;
  const start = dates?.start ?? task.fileStart;
  const finish = dates?.finish ?? task.fileFinish;
  const kind = task.constraintKind ?? 'ASAP';
  const hasBaseline = baselineStart !== null || baselineFinish !== null;
  return {
    ...BLANK_TASK,
    guid: task.guid,
    name: task.name,
    wbs: task.wbs,
    isSummary: task.isSummary,
    isMilestone: task.isMilestone,
    isActive: task.isActive,
    isManual: task.isManual,
    isRecurring: task.isRecurring,
    isCritical: dates?.isCritical ?? null,
    start,
    finish,
    durationMinutes,
    durationStyle: { unit: 'day', elapsed: task.isElapsed, estimated: false },
    constraint: { type: CONSTRAINTS[kind], date: task.constraintAt },
    deadline: task.deadline,
    actual: {
      ...BLANK_TASK.actual,
      start: task.actualStart,
      finish: task.actualFinish,
      percentComplete,
      remainingDurationMinutes:
        task.remainingMinutes === null
          ? null
          : Math.max(0, task.remainingMinutes - (split?.minutesAhead ?? 0)),
      stop: split?.stop ?? null,
      resume: split?.resume ?? null,
    },
    computed: {
      earlyStart: dates?.start ?? null,
      earlyFinish: dates?.finish ?? null,
      lateStart: dates?.lateStart ?? null,
      lateFinish: dates?.lateFinish ?? null,
      totalSlackMinutes: dates?.totalFloatMinutes ?? null,
      freeSlackMinutes: dates?.freeFloatMinutes ?? null,
    },
    cost: { ...BLANK_TASK.cost, totalMinor: task.budgetMinor },
    work: { ...BLANK_TASK.work, totalMinutes: task.workMinutes },
    baselines: hasBaseline
      ? [
          {
            number: 0,
            start: baselineStart,
            finish: baselineFinish,
            durationMinutes: null,
            workMinutes: null,
            costMinor: task.budgetMinor,
            fixedCostMinor: null,
            timePhased: [],
          },
        ]
      : [],
  };
}

function levelsOf(tasks: readonly StoredTask[]): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { taskId, parentTaskId } of tasks)
    levels.set(taskId, (parentTaskId === null ? 0 : (levels.get(parentTaskId) ?? 0)) + 1);
  return levels;
}

const LINKS: Readonly<Record<LinkKind, LinkType>> = {
  FS: 'finish-start',
  SS: 'start-start',
  FF: 'finish-finish',
  SF: 'start-finish',
};

function linkOf(
  { fromTaskId, toTaskId, kind, ...lag }: StoredLink,
  uids: ReadonlyMap<string, number>,
): PlanLink {
  return {
    predecessorUid: uids.get(fromTaskId)!,
    successorUid: uids.get(toTaskId)!,
    type: LINKS[kind],
    lagKind: lag.lagKind,
    lagMinutes: lag.lagMinutes,
    lagPercent: lag.lagPercent,
    lagUnit: lag.lagPercent === null ? 'day' : 'percent',
  };
}
