import type { StoredTask, TaskDates } from './stored-plan.js';

/**
 * A plan without any baseline gets one: the dates that were computed when it was first adopted. Tasks that a later file
 * adds have none then, since nobody has promised them.
 */
export function withBaseline(
  tasks: readonly StoredTask[],
  dates: ReadonlyMap<string, TaskDates>,
): readonly StoredTask[] {
  if (tasks.some((task) => task.baselineStart !== null || task.baselineFinish !== null)) return tasks;
  return tasks.map((task) => {
    const computed = dates.get(task.taskId);
    if (!task.isActive || computed === undefined) return task;
    return { ...task, baselineStart: computed.start, baselineFinish: computed.finish };
  });
}
