import type { ConstraintKind, LinkKind } from '@meridian/network';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { LinkType } from '../plan-file/plan-link.js';
import type { ConstraintType, PlanTask } from '../plan-file/plan-task.js';
import { planCalendars } from './plan-calendars.js';
import type { PlanSettings, StoredLink, StoredPlan, StoredTask } from './stored-plan.js';

/** What is known of the tasks of the plan before: who keeps an id keeps its version and its baseline. */
export interface EarlierTask {
  readonly taskId: string;
  readonly uid: number;
  readonly guid: string | null;
  readonly version: number;
  readonly baselineStart: string | null;
  readonly baselineFinish: string | null;
}

export interface Takeover {
  readonly earlier: readonly EarlierTask[];
  /** Whether the file belongs to the same lineage as the plan before: then equal UIDs are the same task. */
  readonly isSameLineage: boolean;
  readonly newId: () => string;
  /** Whether the file's money is in the project's currency. */
  readonly takesMoney: boolean;
  /** `YYYY-MM-DDTHH:MM:SS`, when neither the file nor its tasks have a start. */
  readonly fallbackStart: string;
}

export interface TakenPlan extends StoredPlan {
  readonly taskIdByUid: ReadonlyMap<number, string>;
  readonly notes: readonly string[];
}

const CONSTRAINTS: Readonly<Record<ConstraintType, ConstraintKind>> = {
  'as-soon-as-possible': 'ASAP',
  'as-late-as-possible': 'ALAP',
  'must-start-on': 'MSO',
  'must-finish-on': 'MFO',
  'start-no-earlier-than': 'SNET',
  'start-no-later-than': 'SNLT',
  'finish-no-earlier-than': 'FNET',
  'finish-no-later-than': 'FNLT',
};

const LINKS: Readonly<Record<LinkType, LinkKind>> = {
  'finish-start': 'FS',
  'start-start': 'SS',
  'finish-finish': 'FF',
  'start-finish': 'SF',
};

/**
 * A plan file as a plan of ours. Tasks keep their ids when their GUID, or within one lineage their UID, was known. The
 * line that stands for the whole project becomes no task: it is the project.
 */
export function planOfFile(file: PlanFile, takeover: Takeover): TakenPlan {
  const { definitions, idle } = planCalendars(file);
  const lines = file.tasks.filter((task) => !task.isProjectSummary);
  const known = new EarlierTasks(takeover);
  const identified = lines.map((task) => ({ task, earlier: known.of(task), taskId: known.idOf(task) }));
  const taskIdByUid = new Map(identified.map(({ task, taskId }) => [task.uid, taskId]));
  const hasBaseline = lines.some((task) => task.baselines.some(({ number }) => number === 0));
  const resourceCalendars = workCalendars(file, definitions);
  const tasks = identified.map(({ task, taskId, earlier }, position) => ({
    ...taskOf(task, takeover.takesMoney),
    taskId,
    version: (earlier?.version ?? 0) + 1,
    position,
    parentTaskId: task.parentUid === null ? null : (taskIdByUid.get(task.parentUid) ?? null),
    calendarKey: calendarKeyOf(task, resourceCalendars),
    ...(hasBaseline
      ? {}
      : { baselineStart: earlier?.baselineStart ?? null, baselineFinish: earlier?.baselineFinish ?? null }),
  }));
  return {
    settings: settingsOf(file, takeover.fallbackStart),
    calendars: definitions,
    tasks,
    links: linksOf(file, taskIdByUid),
    taskIdByUid,
    notes: idle.map(
      (name) => `The calendar "${name}" has no working time; the project calendar is used in its place.`,
    ),
  };
}

class EarlierTasks {
  private readonly byGuid: ReadonlyMap<string, EarlierTask>;
  private readonly byUid: ReadonlyMap<number, EarlierTask>;
  private readonly given = new Map<number, string>();

  constructor(private readonly takeover: Takeover) {
    const { earlier, isSameLineage } = takeover;
    this.byGuid = new Map(
      earlier.flatMap((task) => (task.guid === null ? [] : [[task.guid, task] as const])),
    );
    this.byUid = new Map(isSameLineage ? earlier.map((task) => [task.uid, task]) : []);
  }

  of(task: PlanTask): EarlierTask | undefined {
    const found = task.guid === null ? undefined : this.byGuid.get(task.guid);
    return found ?? this.byUid.get(task.uid);
  }

  idOf(task: PlanTask): string {
    const id = this.given.get(task.uid) ?? this.of(task)?.taskId ?? this.takeover.newId();
    this.given.set(task.uid, id);
    return id;
  }
}

function taskOf(
  task: PlanTask,
  takesMoney: boolean,
): Omit<StoredTask, 'taskId' | 'version' | 'position' | 'parentTaskId' | 'calendarKey'> {
  const baseline = task.baselines.find(({ number }) => number === 0);
  const percent = Math.min(100, Math.max(0, Math.round(task.actual.percentComplete ?? 0)));
  const cost = baseline?.costMinor ?? task.cost.totalMinor;
  const hasStarted = !task.isSummary && (task.actual.start !== null || percent > 0);
  return {
    uid: task.uid,
    guid: task.guid,
    wbs: (task.wbs ?? task.outlineNumber ?? String(task.uid)).slice(0, 120),
    name: task.name.slice(0, 500),
    isSummary: task.isSummary,
    isMilestone: task.isMilestone && !task.isSummary,
    isActive: task.isActive,
    isManual: task.isManual,
    durationMinutes: Math.max(0, Math.round(task.durationMinutes ?? 0)),
    isElapsed: task.durationStyle.elapsed,
    constraintKind: CONSTRAINTS[task.constraint.type],
    constraintAt: task.constraint.date,
    deadline: task.deadline,
    fileStart: task.start,
    fileFinish: task.finish,
    baselineStart: baseline?.start ?? null,
    baselineFinish: baseline?.finish ?? null,
    budgetMinor: takesMoney && !task.isSummary ? cost : null,
    workMinutes: Math.max(0, Math.round(task.work.totalMinutes ?? 0)),
    percentComplete: percent,
    actualStart: hasStarted ? (task.actual.start ?? task.start) : null,
    actualFinish: hasStarted && percent === 100 ? (task.actual.finish ?? task.finish) : null,
    remainingMinutes: hasStarted && percent < 100 ? rounded(task.actual.remainingDurationMinutes) : null,
  };
}

function rounded(minutes: number | null): number | null {
  return minutes === null ? null : Math.max(0, Math.round(minutes));
}

/** Of each task with one working resource that has a calendar of its own: that calendar. */
function workCalendars(
  file: PlanFile,
  definitions: Readonly<Record<string, unknown>>,
): ReadonlyMap<number, string> {
  const resources = new Map(file.resources.map((resource) => [resource.uid, resource]));
  const byTask = new Map<number, Set<number>>();
  for (const { taskUid, resourceUid } of file.assignments) {
    const resource = resources.get(resourceUid ?? Number.NaN);
    if (resource?.type !== 'work') continue;
    byTask.set(taskUid, (byTask.get(taskUid) ?? new Set()).add(resource.uid));
  }
  const found = new Map<number, string>();
  for (const [taskUid, uids] of byTask) {
    const [only] = uids;
    const key = uids.size === 1 ? resources.get(only ?? Number.NaN)?.calendarUid : null;
    if (key != null && String(key) in definitions) found.set(taskUid, String(key));
  }
  return found;
}

function calendarKeyOf(task: PlanTask, resourceCalendars: ReadonlyMap<number, string>): string | null {
  if (task.calendarUid !== null) return String(task.calendarUid);
  return task.ignoresResourceCalendars ? null : (resourceCalendars.get(task.uid) ?? null);
}

function settingsOf({ header, tasks }: PlanFile, fallbackStart: string): PlanSettings {
  const starts = tasks.flatMap(({ start }) => start ?? []).sort();
  return {
    projectStart: header.start ?? starts[0] ?? fallbackStart,
    projectFinish: header.scheduleFromStart ? null : header.finish,
    calendarKey: header.calendarUid === null ? null : String(header.calendarUid),
    honour: header.honourConstraints ? 'constraint' : 'link',
    multipleCriticalPaths: header.multipleCriticalPaths,
    criticalFloatMinutes: Math.round(header.criticalSlackDays * header.minutesPerDay),
  };
}

function linksOf(file: PlanFile, taskIdByUid: ReadonlyMap<number, string>): StoredLink[] {
  return file.links.flatMap((link) => {
    const fromTaskId = taskIdByUid.get(link.predecessorUid);
    const toTaskId = taskIdByUid.get(link.successorUid);
    if (fromTaskId === undefined || toTaskId === undefined) return [];
    const { lagKind, lagPercent } = link;
    return [
      {
        fromTaskId,
        toTaskId,
        kind: LINKS[link.type],
        lagKind,
        lagMinutes: Math.round(link.lagMinutes),
        lagPercent: lagPercent === null ? null : Math.round(lagPercent),
      },
    ];
  });
}
