import type { StoredLink, StoredTask, TaskDates } from './stored-plan.js';

/** Tasks and assignments in one event at most: an event stays well below what the bus carries. */
export const PART_SIZE = 250;

/** Cuts a list into parts of at most so many; an empty list has none. */
export function partsOf<T>(items: readonly T[], size = PART_SIZE): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Hours of the standard week in the hours of a whole one. */
const WORKED_SHARE = 40 / 168;

/** What each task waits for, as the others are told of it. */
export function predecessorsByTask(links: readonly StoredLink[], tasks: ReadonlyMap<string, StoredTask>) {
  const byTask = new Map<string, { taskId: string; kind: StoredLink['kind']; lagMinutes: number }[]>();
  for (const link of links) {
    const { fromTaskId, toTaskId, kind, lagKind, lagPercent } = link;
    const before = tasks.get(fromTaskId);
    if (before === undefined || !tasks.has(toTaskId)) continue;
    const lag = lagPercent === null ? link.lagMinutes : (before.durationMinutes * lagPercent) / 100;
    const lagMinutes = Math.round(lagKind.startsWith('elapsed') ? lag * WORKED_SHARE : lag);
    byTask.set(toTaskId, [...(byTask.get(toTaskId) ?? []), { taskId: fromTaskId, kind, lagMinutes }]);
  }
  return byTask;
}

/** A task as the others are told of it: dates as days, gaps left out. */
export function plannedTask(task: StoredTask, dates: TaskDates) {
  return {
    taskId: task.taskId,
    ...(task.parentTaskId === null ? {} : { parentTaskId: task.parentTaskId }),
    wbs: task.wbs,
    name: task.name,
    isSummary: task.isSummary,
    isMilestone: task.isMilestone,
    start: dates.start.slice(0, 10),
    finish: dates.finish.slice(0, 10),
    ...(task.baselineStart === null ? {} : { baselineStart: task.baselineStart.slice(0, 10) }),
    ...(task.baselineFinish === null ? {} : { baselineFinish: task.baselineFinish.slice(0, 10) }),
    durationMinutes: task.durationMinutes,
    workMinutes: task.workMinutes,
    ...(task.budgetMinor === null ? {} : { budgetMinor: task.budgetMinor.toString() }),
    percentComplete: task.percentComplete,
    isCritical: dates.isCritical,
    totalFloatMinutes: dates.totalFloatMinutes,
  };
}
