import type { CalendarDefinition } from '@meridian/calendar';
import { calendarKey } from '../plan/calendar-key.js';
import { isSameWork } from '../plan/same-work.js';
import type { StoredLink, StoredTask } from '../plan/stored-plan.js';
import { inOrder, nextUids } from '../recurring/recurring-lines.js';
import type { TemplateContent, TemplateTask } from '../template/template-content.js';
import type { DayOffset } from '../template/working-day-offset.js';
import type { LineKey } from './offered-lines.js';
import { OutlineOfVersion } from './outline-of-version.js';
import { linksTaken } from './links-taken.js';
import { rolesTaken, type AssignedRole } from './roles-taken.js';
import { calendarsTaken } from './calendars-taken.js';

/** The plan of a project with what is assigned in it. */
export interface PlanHere {
  readonly tasks: readonly StoredTask[];
  readonly links: readonly StoredLink[];
  readonly assignments: readonly AssignedRole[];
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
}

export interface Taking {
  readonly base: TemplateContent;
  readonly later: TemplateContent;
  readonly chosen: readonly LineKey[];
  /** What the tasks here are known by, by their ids. */
  readonly keys: ReadonlyMap<string, string>;
  /** The version that the plan will have. */
  readonly planVersion: number;
  readonly newId: () => string;
  /** The moment of an offset in this project. */
  readonly at: (offset: DayOffset) => string;
}

export interface TakenLines extends PlanHere {
  /** Ids by the keys of the template. */
  readonly idOf: ReadonlyMap<string, string>;
  /** Links of the later version whose other end is not in the project, as sentences. */
  readonly leftOut: readonly string[];
}

/** A plan with the chosen lines of a later version of its template; everything else in it stays as it is. */
export function takeLines(plan: PlanHere, taking: Taking): TakenLines {
  const { later, chosen, planVersion, at } = taking;
  const wanted = new Set(chosen.map(({ key, part }) => `${part} ${key}`));
  const isChosen = (key: string, part: LineKey['part']): boolean => wanted.has(`${part} ${key}`);
  const inLater = new Map(later.tasks.map((task) => [task.key, task]));
  const calendars = calendarsTaken(plan.calendars, { later, isChosen });
  const outline = new OutlineOfVersion(plan.tasks, taking);
  for (const [taskId, key] of taking.keys)
    if (isChosen(key, 'task') && !inLater.has(key)) outline.remove(taskId);
  const uids = nextUids(plan.tasks);
  for (const task of later.tasks) if (isChosen(task.key, 'task')) outline.add(task, uids);
  for (const task of later.tasks) if (isChosen(task.key, 'place')) outline.move(task);
  const keyOf = new Map([...outline.idOf].map(([key, taskId]) => [taskId, key]));
  const tasks = outline.tasks.map((task) => {
    const key = keyOf.get(task.taskId);
    const of = key === undefined ? undefined : inLater.get(key);
    if (key === undefined || of === undefined) return task;
    const isNew = isChosen(key, 'task');
    const takes = (part: LineKey['part']): boolean => isNew || isChosen(key, part);
    const ownKey = withPeople(calendars.keyOf(of), task.calendarKey);
    return retold(task, partsOf(of, { takes, at, calendarKey: ownKey }), planVersion);
  });
  const here = withSummaries(inOrder(tasks));
  const ids = { idOf: outline.idOf, isChosen, taking };
  const { links, leftOut } = linksTaken(plan.links, here, ids);
  return {
    tasks: here,
    links,
    leftOut,
    assignments: rolesTaken(plan.assignments, here, ids),
    calendars: calendars.definitions,
    idOf: outline.idOf,
  };
}

interface Parts {
  readonly takes: (part: LineKey['part']) => boolean;
  readonly at: Taking['at'];
  readonly calendarKey: string | null;
}

/** What a task becomes by the parts that are taken. */
function partsOf(of: TemplateTask, { takes, at, calendarKey }: Parts): Partial<StoredTask> {
  const moment = (offset: DayOffset | null): string | null => (offset === null ? null : at(offset));
  const byHand = {
    fileStart: moment(of.byHand?.start ?? null),
    fileFinish: moment(of.byHand?.finish ?? null),
  };
  return {
    ...(takes('name') ? { name: of.name } : {}),
    ...(takes('kind') ? { isSummary: of.isSummary, isMilestone: of.isMilestone, isActive: of.isActive } : {}),
    ...(takes('kind') || takes('date') ? { isManual: of.byHand !== null } : {}),
    ...(of.byHand !== null && (takes('kind') || takes('date')) ? byHand : {}),
    ...(takes('duration') ? { durationMinutes: of.durationMinutes, isElapsed: of.isElapsed } : {}),
    ...(takes('date')
      ? {
          constraintKind: of.constraintKind,
          constraintAt: moment(of.constraintAt),
          deadline: moment(of.deadline),
        }
      : {}),
    ...(takes('calendar') ? { calendarKey } : {}),
    ...(takes('roles') ? { workMinutes: of.workMinutes } : {}),
  };
}

/** The hours of the people on it stay, whatever its own calendar becomes. */
function withPeople(own: string | null, key: string | null): string | null {
  const people = key?.includes('&') ? key.split('&')[1] : key?.includes('|') ? key : undefined;
  return calendarKey(own, people?.split('|') ?? []);
}

/** Levelling holds back no more what is other work than before. */
function retold(task: StoredTask, parts: Partial<StoredTask>, planVersion: number): StoredTask {
  if (Object.keys(parts).length === 0) return task;
  const told = { ...task, ...parts, version: task.version + 1 };
  return isSameWork(told, task) ? told : { ...told, levelledTo: null, changedInPlan: planVersion };
}

/** Whatever has lines below it is a summary. */
function withSummaries(tasks: readonly StoredTask[]): StoredTask[] {
  const parents = new Set(tasks.map(({ parentTaskId }) => parentTaskId));
  return tasks.map((task) =>
    parents.has(task.taskId) && !task.isSummary ? { ...task, isSummary: true, isMilestone: false } : task,
  );
}
