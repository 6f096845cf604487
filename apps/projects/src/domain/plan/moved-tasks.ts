import type { TaskDates } from './stored-plan.js';

export type MovedTask = TaskDates & { readonly taskId: string };

type Dates = ReadonlyMap<string, TaskDates>;

/** Tasks whose dates, float or reason are other than before. */
export function movedTasks(before: Dates, after: Dates): MovedTask[] {
  return [...after].flatMap(([taskId, dates]) => {
    const old = before.get(taskId);
    return old !== undefined && isSame(old, dates) ? [] : [{ taskId, ...dates }];
  });
}

/** Those of them that others are told of: the day of start or finish, the float or the criticality is another. */
export function toldTasks(before: Dates, moved: readonly MovedTask[]): MovedTask[] {
  return moved.filter((task) => {
    const old = before.get(task.taskId);
    return (
      old === undefined ||
      old.start.slice(0, 10) !== task.start.slice(0, 10) ||
      old.finish.slice(0, 10) !== task.finish.slice(0, 10) ||
      old.isCritical !== task.isCritical ||
      old.totalFloatMinutes !== task.totalFloatMinutes
    );
  });
}

function isSame(a: TaskDates, b: TaskDates): boolean {
  return (
    a.start === b.start &&
    a.finish === b.finish &&
    a.lateStart === b.lateStart &&
    a.lateFinish === b.lateFinish &&
    a.totalFloatMinutes === b.totalFloatMinutes &&
    a.freeFloatMinutes === b.freeFloatMinutes &&
    a.isCritical === b.isCritical &&
    a.why === b.why
  );
}
