import { Refusal } from '@meridian/refusal';
import type { StoredTask } from '../plan/stored-plan.js';
import type { RecurringTask } from './recurring-task.js';

/** Numbers that no line of the plan has. */
export function nextUids(tasks: readonly StoredTask[]): () => number {
  let last = tasks.reduce((most, { uid }) => Math.max(most, uid), 0);
  return () => ++last;
}

type Place = Pick<StoredTask, 'parentTaskId' | 'wbs'>;

/**
 * Where a new one stands, with a number of the outline that is free.
 *
 * @throws Refusal `projects/not-a-summary`
 */
export function placeOf(
  tasks: readonly StoredTask[],
  { parentTaskId }: Pick<RecurringTask, 'parentTaskId'>,
): Place {
  const parent = parentTaskId === null ? undefined : tasks.find(({ taskId }) => taskId === parentTaskId);
  if (parentTaskId !== null && !(parent?.isSummary && parent.isActive && !parent.isRecurring))
    throw notASummary(parent?.name);
  const taken = new Set(tasks.map(({ wbs }) => wbs));
  let number = tasks.filter((task) => task.parentTaskId === parentTaskId).length + 1;
  const wbs = (): string => (parent ? `${parent.wbs}.${number}` : String(number));
  while (taken.has(wbs())) number += 1;
  return { parentTaskId, wbs: wbs().slice(0, 110) };
}

/** A line about which nothing is said yet. */
export function newLine(
  newId: () => string,
  nextUid: () => number,
  { planVersion, ...place }: Partial<Place> & { readonly planVersion: number },
): StoredTask {
  const taskId = newId();
  return {
    taskId,
    version: 0,
    uid: nextUid(),
    guid: taskId,
    position: 0,
    parentTaskId: null,
    wbs: '',
    name: '',
    isSummary: false,
    isMilestone: false,
    isActive: true,
    isManual: false,
    isRecurring: true,
    durationMinutes: 0,
    idleMinutes: 0,
    pauses: [],
    isElapsed: false,
    calendarKey: null,
    constraintKind: 'ASAP',
    constraintAt: null,
    deadline: null,
    fileStart: null,
    fileFinish: null,
    baselineStart: null,
    baselineFinish: null,
    budgetMinor: null,
    workMinutes: 0,
    percentComplete: 0,
    actualStart: null,
    actualFinish: null,
    remainingMinutes: null,
    levelledTo: null,
    changedInPlan: planVersion,
    ...place,
  };
}

/** Where a line stood, among the lines that are left. */
export function indexOf(line: StoredTask, tasks: readonly StoredTask[], left: readonly StoredTask[]): number {
  const after = new Set(tasks.slice(tasks.indexOf(line)).map(({ taskId }) => taskId));
  const at = left.findIndex(({ taskId }) => after.has(taskId));
  return at === -1 ? left.length : at;
}

/** Behind the last line below a summary. */
export function endOf(tasks: readonly StoredTask[], parentTaskId: string | null): number {
  if (parentTaskId === null) return tasks.length;
  const inside = new Set([parentTaskId]);
  let end = 0;
  for (const [index, task] of tasks.entries()) {
    if (task.parentTaskId !== null && inside.has(task.parentTaskId)) inside.add(task.taskId);
    if (inside.has(task.taskId)) end = index + 1;
  }
  return end;
}

export function inOrder(tasks: readonly StoredTask[]): StoredTask[] {
  return tasks.map((task, position) => (task.position === position ? task : { ...task, position }));
}

function notASummary(name: string | undefined): Refusal {
  return new Refusal(
    'projects/not-a-summary',
    name === undefined
      ? 'The plan has no summary with this id; choose one of the plan, or none.'
      : `"${name}" is no summary that a recurring task can stand under; choose another, or none.`,
    { kind: 'unprocessable' },
  );
}
