import { dayFromDate } from '@meridian/calendar';
import type { StoredLink } from '../plan/stored-plan.js';
import type { BaselineContent, BaselineTask } from './baseline.js';

export type Change = 'added' | 'removed' | 'changed';

/** A task that is in one baseline only, or not the same in both. Late and more are positive. */
export interface TaskDifference {
  readonly taskId: string;
  readonly wbs: string;
  readonly name: string;
  readonly change: Change;
  readonly before: BaselineTask | null;
  readonly after: BaselineTask | null;
  /** Calendar days. */
  readonly finishDays: number;
  readonly workMinutesMore: number;
  readonly budgetMinorMore: bigint;
}

export interface LinkDifference {
  readonly link: StoredLink;
  readonly change: Change;
}

export interface Comparison {
  /** The largest moves first, then in the order of the outline. */
  readonly tasks: readonly TaskDifference[];
  readonly links: readonly LinkDifference[];
}

/** What is other in one content than in another: dates, work, cost, scope and logic. */
export function compareBaselines(from: BaselineContent, to: BaselineContent): Comparison {
  const before = new Map(from.tasks.map((task) => [task.taskId, task]));
  const after = new Map(to.tasks.map((task) => [task.taskId, task]));
  const removed = from.tasks.filter(({ taskId }) => !after.has(taskId));
  const tasks = [
    ...to.tasks.flatMap((task) => difference(before.get(task.taskId) ?? null, task) ?? []),
    ...removed.flatMap((task) => difference(task, null) ?? []),
  ];
  return {
    tasks: tasks.sort((a, b) => Math.abs(b.finishDays) - Math.abs(a.finishDays)),
    links: linkDifferences(from.links, to.links),
  };
}

function difference(before: BaselineTask | null, after: BaselineTask | null): TaskDifference | null {
  const task = after ?? before;
  if (task === null || (before && after && isSame(before, after))) return null;
  const { taskId, wbs, name } = task;
  return {
    taskId,
    wbs,
    name,
    change: before === null ? 'added' : after === null ? 'removed' : 'changed',
    before,
    after,
    finishDays: before && after ? daysBetween(before.finish, after.finish) : 0,
    workMinutesMore: (after?.workMinutes ?? 0) - (before?.workMinutes ?? 0),
    budgetMinorMore: (after?.budgetMinor ?? 0n) - (before?.budgetMinor ?? 0n),
  };
}

/** Baselines promise days: another time of the same day is no difference. */
function isSame(a: BaselineTask, b: BaselineTask): boolean {
  return !isMoved(a, b) && a.workMinutes === b.workMinutes && a.budgetMinor === b.budgetMinor;
}

/** Whether a task starts or finishes on another day. */
export function isMoved(a: BaselineTask, b: BaselineTask): boolean {
  return a.start.slice(0, 10) !== b.start.slice(0, 10) || a.finish.slice(0, 10) !== b.finish.slice(0, 10);
}

function linkDifferences(from: readonly StoredLink[], to: readonly StoredLink[]): LinkDifference[] {
  const before = new Map(from.map((link) => [keyOf(link), link]));
  const after = new Set(to.map(keyOf));
  const newOrOther = to.flatMap((link): LinkDifference[] => {
    const old = before.get(keyOf(link));
    if (!old) return [{ link, change: 'added' }];
    return isSameLag(old, link) ? [] : [{ link, change: 'changed' }];
  });
  const gone = from.filter((link) => !after.has(keyOf(link)));
  return [...newOrOther, ...gone.map((link) => ({ link, change: 'removed' as const }))];
}

function keyOf({ fromTaskId, toTaskId, kind }: StoredLink): string {
  return `${fromTaskId} ${toTaskId} ${kind}`;
}

function isSameLag(a: StoredLink, b: StoredLink): boolean {
  return a.lagKind === b.lagKind && a.lagMinutes === b.lagMinutes && a.lagPercent === b.lagPercent;
}

/** Calendar days from one moment's day to another's, later positive. */
export function daysBetween(from: string, to: string): number {
  return dayFromDate(to.slice(0, 10)) - dayFromDate(from.slice(0, 10));
}
