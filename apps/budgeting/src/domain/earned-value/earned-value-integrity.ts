import type { BudgetedTask, TaskValue } from './task-value.js';
import { compareRatios, ratio, ratioFromDecimal } from '@meridian/money';

/** Something in the figures that a person must look at. Flags, never silent fixes. */
export type IntegrityFlagKind =
  | 'cost-without-earned-value'
  | 'earned-value-before-start'
  | 'earned-value-decreased'
  | 'planned-value-changed-in-closed-period'
  | 'budget-changed-without-decision'
  | 'level-of-effort-share-high'
  | 'milestone-not-accepted';

export interface IntegrityFlag {
  readonly flag: IntegrityFlagKind;
  /** Absent where the flag concerns the whole project. */
  readonly taskId?: string;
  /** The milestone or the period concerned. */
  readonly detail?: string;
}

export interface IntegrityInput {
  readonly statusDate: string;
  readonly tasks: readonly BudgetedTask[];
  readonly values: readonly TaskValue[];
  /** The values of the last report, by task. */
  readonly previous?: ReadonlyMap<string, { readonly bacMinor: bigint; readonly evMinor: bigint }>;
  /** Tasks whose budget a change decision covers since then. */
  readonly decidedTaskIds?: ReadonlySet<string>;
  /** Cumulative planned value per closed period: as it was when the period closed, and as it is now. */
  readonly closedPeriods?: readonly {
    readonly period: string;
    readonly closedPvMinor: bigint;
    readonly pvMinor: bigint;
  }[];
  /** Highest share of the budget on level of effort, in per cent; 15 when left out (house rule). */
  readonly levelOfEffortLimitPercent?: string;
}

/** The flags of a report, task by task in the order given, those of the project last. */
export function integrityFlags(input: IntegrityInput): readonly IntegrityFlag[] {
  const values = new Map(input.values.map((value) => [value.taskId, value]));
  const ofTasks = input.tasks.flatMap((task) => {
    const value = values.get(task.taskId);
    return value ? flagsOfTask(task, value, input) : [];
  });
  const ofPeriods = (input.closedPeriods ?? [])
    .filter(({ closedPvMinor, pvMinor }) => closedPvMinor !== pvMinor)
    .map(({ period }): IntegrityFlag => ({ flag: 'planned-value-changed-in-closed-period', detail: period }));
  return [...ofTasks, ...ofPeriods, ...levelOfEffortFlag(input)];
}

function flagsOfTask(task: BudgetedTask, value: TaskValue, input: IntegrityInput): readonly IntegrityFlag[] {
  const { taskId } = task;
  const flags: IntegrityFlag[] = [];
  const before = input.previous?.get(taskId);
  if (value.acMinor > 0n && value.evMinor === 0n) flags.push({ flag: 'cost-without-earned-value', taskId });
  if (value.evMinor > 0n && !hasStarted(task, input.statusDate))
    flags.push({ flag: 'earned-value-before-start', taskId });
  if (before && value.evMinor < before.evMinor) flags.push({ flag: 'earned-value-decreased', taskId });
  if (before && value.bacMinor !== before.bacMinor && !input.decidedTaskIds?.has(taskId)) {
    flags.push({ flag: 'budget-changed-without-decision', taskId });
  }
  return [...flags, ...milestoneFlags(task, input.statusDate)];
}

function hasStarted({ actualStart, method }: BudgetedTask, statusDate: string): boolean {
  // Level of effort earns by the calendar alone; a start is not reported for it.
  return method.kind === 'level-of-effort' || (actualStart !== undefined && actualStart <= statusDate);
}

function milestoneFlags({ taskId, method }: BudgetedTask, statusDate: string): readonly IntegrityFlag[] {
  if (method.kind !== 'weighted-milestones') return [];
  return method.milestones
    .filter(({ reachedOn, isAccepted }) => reachedOn !== undefined && reachedOn <= statusDate && !isAccepted)
    .map(({ milestoneId }) => ({ flag: 'milestone-not-accepted', taskId, detail: milestoneId }));
}

function levelOfEffortFlag({ tasks, levelOfEffortLimitPercent }: IntegrityInput): readonly IntegrityFlag[] {
  let [total, effort] = [0n, 0n];
  for (const { budgetMinor, method } of tasks) {
    total += budgetMinor;
    if (method.kind === 'level-of-effort') effort += budgetMinor;
  }
  if (total === 0n) return [];
  const isHigh =
    compareRatios(ratio(effort * 100n, total), ratioFromDecimal(levelOfEffortLimitPercent ?? '15')) > 0;
  return isHigh ? [{ flag: 'level-of-effort-share-high' }] : [];
}
