import type { StoredTask, TaskDates } from '../plan/stored-plan.js';
import { phaseOf, type Phase } from './milestone.js';

/** What the plan says of a milestone; its id is that of its task. */
export interface PlannedMilestone {
  readonly milestoneId: string;
  readonly name: string;
  readonly baselineOn: string | null;
  readonly forecastOn: string;
  readonly phaseId: string | null;
  readonly isDone: boolean;
  /** The day it was reached. */
  readonly actualOn: string | null;
}

/** The milestone that a task is; null when it is none or not active. */
export function milestoneOf(
  task: StoredTask,
  dates: ReadonlyMap<string, TaskDates>,
  phases: readonly Phase[],
): PlannedMilestone | null {
  const computed = dates.get(task.taskId);
  if (!task.isMilestone || !task.isActive || computed === undefined) return null;
  const forecastOn = computed.finish.slice(0, 10);
  const baselineOn = task.baselineFinish?.slice(0, 10) ?? null;
  return {
    milestoneId: task.taskId,
    name: task.name,
    baselineOn,
    forecastOn,
    phaseId: phaseOf(phases, baselineOn ?? forecastOn),
    isDone: task.percentComplete === 100,
    actualOn: task.percentComplete === 100 ? (task.actualFinish?.slice(0, 10) ?? forecastOn) : null,
  };
}
