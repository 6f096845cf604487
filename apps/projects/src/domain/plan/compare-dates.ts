import type { StoredTask, TaskDates } from './stored-plan.js';

export interface DateComparison {
  readonly datesCompared: number;
  readonly datesEqual: number;
}

/** How many starts and finishes that the writing program had computed come out of our network again. */
export function compareDates(
  tasks: readonly StoredTask[],
  dates: ReadonlyMap<string, TaskDates>,
): DateComparison {
  let datesCompared = 0;
  let datesEqual = 0;
  for (const task of tasks) {
    const ours = dates.get(task.taskId);
    if (task.isSummary || !task.isActive || ours === undefined) continue;
    for (const [theirs, computed] of [
      [task.fileStart, ours.start],
      [task.fileFinish, ours.finish],
    ] as const) {
      if (theirs === null) continue;
      datesCompared += 1;
      if (theirs.slice(0, 16) === computed.slice(0, 16)) datesEqual += 1;
    }
  }
  return { datesCompared, datesEqual };
}
