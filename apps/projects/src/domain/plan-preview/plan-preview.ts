import type { StoredLink, StoredTask, TaskDates } from '../plan/stored-plan.js';
import { linkChanges } from './link-changes.js';
import type { LinkChanges } from './link-changes.js';
import { movedAmong } from './moved-among.js';

/** A plan with its computed dates. Tasks of two versions are the same when their ids are. */
export interface PlanVersion {
  readonly tasks: readonly StoredTask[];
  readonly links: readonly StoredLink[];
  readonly dates: ReadonlyMap<string, TaskDates>;
  /** The latest finish of all tasks; null when there is no plan yet. */
  readonly finish: string | null;
}

export interface NamedTask {
  readonly taskId: string;
  readonly wbs: string;
  readonly name: string;
}

/** A value that becomes another; null is none. */
export interface Change {
  readonly from: string | null;
  readonly to: string | null;
}

export interface MovedInOutline extends NamedTask {
  /** Names of the summaries above; null at the top. Equal when only the order changes. */
  readonly summary: Change;
}

export interface ShiftedTask extends NamedTask {
  readonly start: Change;
  readonly finish: Change;
  /** Calendar days by which the finish moves; negative is earlier. */
  readonly finishDays: number;
}

export interface ChangedTask extends NamedTask {
  readonly changes: readonly (Change & { readonly field: ComparedField })[];
}

/** What would become of a plan if another version took its place. */
export interface PlanPreview extends LinkChanges {
  readonly added: readonly NamedTask[];
  readonly removed: readonly (NamedTask & { readonly percentComplete: number })[];
  readonly renamed: readonly (NamedTask & { readonly name: string; readonly before: string })[];
  readonly moved: readonly MovedInOutline[];
  readonly changed: readonly ChangedTask[];
  readonly shifted: readonly ShiftedTask[];
  readonly finish: Change;
  /** Nothing at all would change. */
  readonly isSame: boolean;
}

/** What is compared of a task besides its name, its place and its dates. */
const COMPARED = [
  'isSummary',
  'isMilestone',
  'isActive',
  'isManual',
  'durationMinutes',
  'isElapsed',
  'calendarKey',
  'constraintKind',
  'constraintAt',
  'deadline',
  'baselineStart',
  'baselineFinish',
  'budgetMinor',
  'workMinutes',
  'percentComplete',
  'actualStart',
  'actualFinish',
  'levelledTo',
] as const satisfies readonly (keyof StoredTask)[];

export type ComparedField = (typeof COMPARED)[number];

/** The differences between the present plan and one that is about to take its place, before anything is written. */
export function planPreview(present: PlanVersion, incoming: PlanVersion): PlanPreview {
  const before = new Map(present.tasks.map((task) => [task.taskId, task]));
  const after = new Map(incoming.tasks.map((task) => [task.taskId, task]));
  const common = incoming.tasks.flatMap((task) => {
    const old = before.get(task.taskId);
    return old === undefined ? [] : [{ old, task }];
  });
  const changes = {
    added: incoming.tasks.filter(({ taskId }) => !before.has(taskId)).map(named),
    removed: present.tasks
      .filter(({ taskId }) => !after.has(taskId))
      .map((task) => ({ ...named(task), percentComplete: task.percentComplete })),
    renamed: common
      .filter(({ old, task }) => old.name !== task.name)
      .map(({ old, task }) => ({ ...named(task), before: old.name })),
    moved: movedTasks(present.tasks, incoming.tasks),
    changed: common.flatMap(({ old, task }) => changedTask(old, task)),
    shifted: common.flatMap(({ task }) => shiftedTask(task, present.dates, incoming.dates)),
    ...linkChanges(present, incoming),
  };
  const isSame =
    Object.values(changes).every((list) => list.length === 0) && present.finish === incoming.finish;
  return { ...changes, finish: { from: present.finish, to: incoming.finish }, isSame };
}

function named({ taskId, wbs, name }: StoredTask): NamedTask {
  return { taskId, wbs, name };
}

/** Tasks under another summary, and those that stand elsewhere among the ones that stayed. */
function movedTasks(before: readonly StoredTask[], after: readonly StoredTask[]): MovedInOutline[] {
  const old = new Map(before.map((task) => [task.taskId, task]));
  const names = (tasks: readonly StoredTask[]) => new Map(tasks.map(({ taskId, name }) => [taskId, name]));
  const [oldNames, newNames] = [names(before), names(after)];
  const reordered = movedAmong(
    before.map(({ taskId, parentTaskId }) => ({ id: taskId, group: parentTaskId })),
    after.map(({ taskId, parentTaskId }) => ({ id: taskId, group: parentTaskId })),
  );
  return after.flatMap((task) => {
    const earlier = old.get(task.taskId);
    if (earlier === undefined) return [];
    if (earlier.parentTaskId === task.parentTaskId && !reordered.has(task.taskId)) return [];
    const summary = {
      from: oldNames.get(earlier.parentTaskId ?? '') ?? null,
      to: newNames.get(task.parentTaskId ?? '') ?? null,
    };
    return [{ ...named(task), summary }];
  });
}

function changedTask(old: StoredTask, task: StoredTask): ChangedTask[] {
  const changes = COMPARED.flatMap((field) => {
    const change = { field, from: textOf(old[field]), to: textOf(task[field]) };
    return change.from === change.to ? [] : [change];
  });
  return changes.length === 0 ? [] : [{ ...named(task), changes }];
}

function textOf(value: string | number | boolean | bigint | null): string | null {
  return value === null ? null : String(value);
}

function shiftedTask(
  task: StoredTask,
  before: PlanVersion['dates'],
  after: PlanVersion['dates'],
): ShiftedTask[] {
  const [old, now] = [before.get(task.taskId), after.get(task.taskId)];
  if (old === undefined || now === undefined) return [];
  if (old.start === now.start && old.finish === now.finish) return [];
  return [
    {
      ...named(task),
      start: { from: old.start, to: now.start },
      finish: { from: old.finish, to: now.finish },
      finishDays: Math.round((dayOf(now.finish) - dayOf(old.finish)) / DAY_MS),
    },
  ];
}

const DAY_MS = 86_400_000;

function dayOf(moment: string): number {
  return Date.parse(`${moment.slice(0, 10)}T00:00:00Z`);
}
