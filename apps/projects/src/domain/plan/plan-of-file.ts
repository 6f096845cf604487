import type { CalendarDefinition } from '@meridian/calendar';
import type { LinkKind } from '@meridian/network';
import type { PlanFile, PlanHeader } from '../plan-file/plan-file.js';
import type { LinkType } from '../plan-file/plan-link.js';
import type { PlanTask } from '../plan-file/plan-task.js';
import { KeptLevelling, type EarlierLevelling } from '../levelling/kept-levelling.js';
import { calendarsIn } from './calendar-key.js';
import { Interruptions } from './interruptions.js';
import { keptProgress, type EarlierProgress } from './kept-progress.js';
import { planCalendars } from './plan-calendars.js';
import type { PlanSettings, StoredLink, StoredPlan } from './stored-plan.js';
import { taskOfFile } from './task-of-file.js';
import { WorkCalendars } from './work-calendars.js';

/** What is known of the tasks of the plan before: who keeps an id keeps its version, its baseline, its reported progress and its levelling. */
export interface EarlierTask extends EarlierProgress, EarlierLevelling {
  readonly taskId: string;
  readonly uid: number;
  readonly guid: string | null;
  readonly version: number;
  readonly baselineStart: string | null;
  readonly baselineFinish: string | null;
}

export interface Takeover {
  /** The version that the plan will have. */
  readonly planVersion: number;
  readonly earlier: readonly EarlierTask[];
  /** Whether the file belongs to the same lineage as the plan before: then equal UIDs are the same task. */
  readonly isSameLineage: boolean;
  /** A baseline was taken in the project: what files promise does not count any more. */
  readonly hasOwnBaseline?: boolean;
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
  const hasBaseline =
    !takeover.hasOwnBaseline && lines.some((task) => task.baselines.some(({ number }) => number === 0));
  const work = new WorkCalendars(file, definitions);
  const interruptions = new Interruptions(file, definitions, work);
  const levelling = new KeptLevelling(file, takeover.planVersion);
  const datedOnly: string[] = [];
  const tasks = identified.map(({ task, taskId, earlier }, position) => {
    const durationMinutes = interruptions.durationByDates(task);
    if (durationMinutes !== null) datedOnly.push(task.name);
    const dated = { ...task, ...interruptions.datesOf(task) };
    const own = taskOfFile(dated, takeover.takesMoney, {
      interruption: interruptions.of(task),
      durationMinutes,
    });
    const calendarKey = work.keyOf(task);
    return {
      ...keptProgress(own, earlier),
      ...levelling.of({ ...own, calendarKey }, earlier),
      taskId,
      version: (earlier?.version ?? 0) + 1,
      position,
      parentTaskId: task.parentUid === null ? null : (taskIdByUid.get(task.parentUid) ?? null),
      calendarKey,
      ...(hasBaseline
        ? {}
        : { baselineStart: earlier?.baselineStart ?? null, baselineFinish: earlier?.baselineFinish ?? null }),
    };
  });
  return {
    settings: { ...settingsOf(file, takeover.fallbackStart), calendarKey: work.projectKey },
    calendars: calendarsInUse(definitions, [work.projectKey, ...tasks.map((task) => task.calendarKey)]),
    tasks,
    links: linksOf(file, taskIdByUid),
    taskIdByUid,
    notes: [
      ...idle.map(
        (name) => `The calendar "${name}" has no working time; the project calendar is used in its place.`,
      ),
      ...durationNotes(datedOnly),
      ...levelling.notes(),
    ],
  };
}

function durationNotes([first, ...others]: readonly string[]): string[] {
  if (first === undefined) return [];
  const who = others.length === 0 ? `"${first}" has` : `"${first}" and ${others.length} others have`;
  return [`${who} no duration in the file; it was taken from start and finish.`];
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

function calendarsInUse(
  definitions: Readonly<Record<string, CalendarDefinition>>,
  keys: readonly (string | null)[],
): Record<string, CalendarDefinition> {
  const used = new Set(keys.flatMap((key) => (key === null ? [] : calendarsIn(key))));
  return Object.fromEntries(Object.entries(definitions).filter(([key]) => used.has(key)));
}

function settingsOf({ header, tasks }: PlanFile, fallbackStart: string): Omit<PlanSettings, 'calendarKey'> {
  const starts = tasks.flatMap(({ start }) => start ?? []).sort();
  // Some files give the day they were saved: a start after the finish is none.
  const isStart = header.start !== null && (header.finish === null || header.start <= header.finish);
  return {
    projectStart: (isStart ? header.start : starts[0]) ?? fallbackStart,
    projectFinish: header.scheduleFromStart ? null : header.finish,
    honour: header.honourConstraints ? 'constraint' : 'link',
    multipleCriticalPaths: header.multipleCriticalPaths,
    criticalFloatMinutes: Math.round(header.criticalSlackDays * header.minutesPerDay),
    ...(header.lagCalendar === 'successor' ? {} : { lagCalendar: header.lagCalendar }),
    ...(header.mustFinishBy === null ? {} : { mustFinishBy: header.mustFinishBy }),
    ...progressSettings(header),
  };
}

function progressSettings({ statusDate, progress }: PlanHeader): Partial<PlanSettings> {
  return {
    ...(progress.remainsAfterStatusDate && statusDate !== null ? { statusDate } : {}),
    ...(progress.outOfSequence === 'progress-override' ? { outOfSequence: progress.outOfSequence } : {}),
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
