import type { BaselineTask } from './cost-baseline.js';

/** A task of a plan as it is announced, as far as money needs it. */
export interface AnnouncedTask {
  readonly taskId: string;
  readonly wbs: string;
  readonly isSummary: boolean;
  readonly start: string;
  readonly finish: string;
  readonly baselineStart?: string;
  readonly baselineFinish?: string;
  readonly durationMinutes: number;
  readonly workMinutes: number;
  readonly budgetMinor?: string;
  readonly percentComplete: number;
}

export interface PlannedLeaf extends BaselineTask {
  readonly wbs: string;
  readonly start: string;
  readonly finish: string;
  /** False where the plan's own dates stand in for a baseline. */
  readonly hasBaseline: boolean;
}

export interface PlannedPart {
  readonly projectId: string;
  readonly planVersion: number;
  readonly tasks: readonly PlannedLeaf[];
}

/** The tasks of a part that carry money: leaves only, because a summary is the sum of what lies below it. */
export function plannedPart(
  projectId: string,
  planVersion: number,
  tasks: readonly AnnouncedTask[],
): PlannedPart {
  return { projectId, planVersion, tasks: tasks.filter(({ isSummary }) => !isSummary).map(leafOf) };
}

function leafOf(task: AnnouncedTask): PlannedLeaf {
  const baselineStart = task.baselineStart ?? task.baselineFinish ?? task.start;
  const baselineFinish = task.baselineFinish ?? task.baselineStart ?? task.finish;
  return {
    taskId: task.taskId,
    wbs: task.wbs,
    start: task.start,
    finish: later(task.start, task.finish),
    baselineStart,
    // A file may carry a baseline that ends before it starts; one day is the least that can be planned.
    baselineFinish: later(baselineStart, baselineFinish),
    hasBaseline: task.baselineStart !== undefined || task.baselineFinish !== undefined,
    planCostMinor: task.budgetMinor === undefined ? null : BigInt(task.budgetMinor),
    workMinutes: BigInt(task.workMinutes),
    durationMinutes: BigInt(task.durationMinutes),
    percentComplete: task.percentComplete,
  };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
