import type { StoredTask, TaskDates } from './stored-plan.js';

/** The latest finish of all work of a plan; null when there is none. */
export function lastFinish({
  tasks,
  dates,
}: {
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
}): string | null {
  return tasks.reduce<string | null>((last, { taskId, isActive, isSummary }) => {
    const finish = isActive && !isSummary ? dates.get(taskId)?.finish : undefined;
    return finish !== undefined && (last === null || finish > last) ? finish : last;
  }, null);
}
