import { Refusal } from '@meridian/refusal';
import { isSameWork } from '../plan/same-work.js';
import type { StoredTask } from '../plan/stored-plan.js';
import { endOf, indexOf, inOrder, newLine, nextUids, placeOf } from './recurring-lines.js';
import type { RecurringTask } from './recurring-task.js';

export interface Placement {
  /** `YYYY-MM-DD`, oldest first. */
  readonly days: readonly string[];
  /** The version that the plan will have. */
  readonly planVersion: number;
  readonly newId: () => string;
}

export interface PlacedRecurring {
  readonly tasks: readonly StoredTask[];
  readonly occurrences: number;
  /** Occurrences that have begun: they are left alone. */
  readonly kept: number;
}

/**
 * The tasks of a plan with a recurring task as it is wanted now, as in Microsoft Project: a summary, and below it a task for
 * each occurrence that starts no earlier than its day. Occurrences on days that stay are the same tasks as before.
 *
 * @throws Refusal `projects/not-recurring`, `projects/not-a-summary`
 */
export function withRecurring(
  tasks: readonly StoredTask[],
  wanted: RecurringTask,
  { days, planVersion, newId }: Placement,
): PlacedRecurring {
  const before = tasks.find(({ taskId }) => taskId === wanted.taskId);
  if (before && !(before.isRecurring && before.isSummary)) throw notRecurring(before.name);
  const earlier = tasks.filter((task) => task.parentTaskId === wanted.taskId);
  const begun = earlier.filter(hasBegun);
  const begunDays = new Set(begun.map(dayOf));
  const byDay = new Map(earlier.filter((task) => !hasBegun(task)).map((task) => [dayOf(task), task]));
  const uids = nextUids(tasks);
  const summary = before ?? newLine(newId, uids, { ...placeOf(tasks, wanted), planVersion });
  const placed = days
    .filter((day) => !begunDays.has(day))
    .map((day) => {
      const line = byDay.get(day) ?? {
        ...newLine(newId, uids, { planVersion }),
        parentTaskId: wanted.taskId,
      };
      return occurrenceOn(day, line, { wanted, planVersion });
    });
  const ordered = [...begun, ...placed].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const head = {
    ...summary,
    taskId: wanted.taskId,
    guid: summary.guid ?? wanted.taskId,
    name: wanted.name,
    version: before ? before.version + 1 : 1,
    isSummary: true,
    isRecurring: true,
  };
  const below = ordered.map((task, index) => named(task, hasBegun(task), { head, number: index + 1 }));
  const left = tasks.filter((task) => task.taskId !== wanted.taskId && task.parentTaskId !== wanted.taskId);
  const at = before ? indexOf(before, tasks, left) : endOf(left, wanted.parentTaskId);
  return {
    tasks: inOrder([...left.slice(0, at), head, ...below, ...left.slice(at)]),
    occurrences: below.length,
    kept: begun.length,
  };
}

/** The tasks of a plan when one of them repeats no more. @throws Refusal `projects/not-recurring` */
export function withoutRecurring(
  tasks: readonly StoredTask[],
  taskId: string,
): { readonly tasks: readonly StoredTask[]; readonly removed: number; readonly kept: number } {
  const summary = tasks.find((task) => task.taskId === taskId);
  if (!(summary?.isRecurring && summary.isSummary)) throw notRecurring(summary?.name);
  const below = tasks.filter((task) => task.parentTaskId === taskId);
  const kept = below.filter(hasBegun).length;
  const stays = (task: StoredTask): boolean =>
    task.taskId === taskId ? kept > 0 : task.parentTaskId !== taskId || hasBegun(task);
  const left = tasks
    .filter(stays)
    .map((task) =>
      task.taskId === taskId || task.parentTaskId === taskId ? { ...task, isRecurring: false } : task,
    );
  return { tasks: inOrder(left), removed: below.length - kept, kept };
}

function hasBegun({ actualStart, percentComplete }: StoredTask): boolean {
  return actualStart !== null || percentComplete > 0;
}

/** The day that an occurrence is meant for, whenever it really was. */
function dayOf({ constraintAt, actualStart, fileStart }: StoredTask): string {
  return (constraintAt ?? actualStart ?? fileStart ?? '').slice(0, 10);
}

interface Wish {
  readonly wanted: RecurringTask;
  readonly planVersion: number;
}

/** Levelling holds it back no more when it is other work than before. */
function occurrenceOn(day: string, line: StoredTask, { wanted, planVersion }: Wish): StoredTask {
  const { durationMinutes, calendarKey, startsAt } = wanted;
  const task: StoredTask = {
    ...line,
    isRecurring: true,
    isMilestone: durationMinutes === 0,
    durationMinutes,
    calendarKey,
    constraintKind: 'SNET',
    constraintAt: `${day}T${startsAt}:00`,
  };
  return isSameWork(task, line) ? task : { ...task, levelledTo: null, changedInPlan: planVersion };
}

interface Naming {
  readonly head: StoredTask;
  readonly number: number;
}

function named(task: StoredTask, isLeftAlone: boolean, { head, number }: Naming): StoredTask {
  if (isLeftAlone) return task;
  const name = `${head.name} ${number}`;
  return { ...task, name, wbs: `${head.wbs}.${number}`.slice(0, 120), version: task.version + 1 };
}

function notRecurring(name: string | undefined): Refusal {
  return new Refusal(
    'projects/not-recurring',
    name === undefined
      ? 'The plan has no recurring task with this id.'
      : `"${name}" is no recurring task; give the new one an id of its own.`,
  );
}
