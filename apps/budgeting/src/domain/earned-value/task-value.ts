import { multiplyMinor, ratio } from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { earnedValueFigures } from './earned-value.js';
import type { EarnedValueFigures } from './earned-value.js';
import type { ForecastBasis } from './estimate-at-completion.js';
import { earnedShare } from './earned-value-method.js';
import type { EarnedValueMethod } from './earned-value-method.js';
import type { EarnedValueTotals } from './performance-index.js';
import { sumTotals } from './rollup.js';
import { elapsedDays } from '../plan/working-days.js';
import type { WorkCalendar } from '../plan/working-days.js';

/** A task as budgeting sees it. Cancelled work is left out by the caller, through a change decision. */
export interface BudgetedTask {
  readonly taskId: string;
  readonly budgetMinor: bigint;
  readonly baselineStart: string;
  readonly baselineFinish: string;
  readonly actualMinor: bigint;
  readonly actualStart?: string;
  readonly actualFinish?: string;
  readonly method: EarnedValueMethod;
}

export interface TaskValue extends EarnedValueTotals {
  readonly taskId: string;
  /** Exact share of the budget earned, 0 to 1. */
  readonly earnedShare: Ratio;
}

export interface StatusDay {
  /** `YYYY-MM-DD`; the day itself counts as done. */
  readonly statusDate: string;
  readonly calendar: WorkCalendar;
}

/**
 * Planned and earned value of each task, rounded once per task, half up, so that every total shown equals the sum of
 * the task figures shown beside it.
 *
 * @throws Refusal `budgeting/negative-budget`, `budgeting/apportioned-base-missing`, `budgeting/apportioned-cycle` and
 * those of {@link earnedShare} and `elapsedDays`
 */
export function taskValues(tasks: readonly BudgetedTask[], day: StatusDay): readonly TaskValue[] {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const shares = new Map<string, Ratio>();
  const shareOf = (task: BudgetedTask, asking: ReadonlySet<string>): Ratio => {
    const known = shares.get(task.taskId);
    if (known) return known;
    const share = earnedShare(task.method, {
      statusDate: day.statusDate,
      actualStart: task.actualStart,
      actualFinish: task.actualFinish,
      plannedShare: plannedShare(task, day),
      baseShare: (taskId) => shareOf(baseTask(byId, task, taskId, asking), new Set([...asking, task.taskId])),
    });
    shares.set(task.taskId, share);
    return share;
  };
  return tasks.map((task) => {
    requireBudget(task);
    const share = shareOf(task, new Set());
    return {
      taskId: task.taskId,
      bacMinor: task.budgetMinor,
      pvMinor: multiplyMinor(task.budgetMinor, plannedShare(task, day)),
      evMinor: multiplyMinor(task.budgetMinor, share),
      acMinor: task.actualMinor,
      earnedShare: share,
    };
  });
}

/** Figures of a project: its tasks are summed first, indices are divided afterwards. */
export function projectValue(
  tasks: readonly BudgetedTask[],
  day: StatusDay,
  basis: ForecastBasis = {},
): { readonly tasks: readonly TaskValue[]; readonly figures: EarnedValueFigures } {
  const values = taskValues(tasks, day);
  return { tasks: values, figures: earnedValueFigures(sumTotals(values), basis) };
}

/** Share of a task's budget that was planned to be done by the status date: linear over its baseline days. */
export function plannedShare(
  task: Pick<BudgetedTask, 'baselineStart' | 'baselineFinish'>,
  { statusDate, calendar }: StatusDay,
): Ratio {
  const baseline = { start: task.baselineStart, finish: task.baselineFinish };
  const { elapsed, total } = elapsedDays(calendar, baseline, statusDate);
  return ratio(BigInt(elapsed), BigInt(total));
}

function requireBudget({ taskId, budgetMinor }: BudgetedTask): void {
  if (budgetMinor >= 0n) return;
  throw new Refusal(
    'budgeting/negative-budget',
    `Task ${taskId} has a budget of ${budgetMinor}; it must be zero or more.`,
    {
      kind: 'unprocessable',
    },
  );
}

function baseTask(
  byId: ReadonlyMap<string, BudgetedTask>,
  task: BudgetedTask,
  baseTaskId: string,
  asking: ReadonlySet<string>,
): BudgetedTask {
  const base = byId.get(baseTaskId);
  if (!base) {
    throw new Refusal(
      'budgeting/apportioned-base-missing',
      `Task ${task.taskId} earns with task ${baseTaskId}, which is not in the plan.`,
    );
  }
  if (base.taskId === task.taskId || asking.has(base.taskId)) {
    throw new Refusal(
      'budgeting/apportioned-cycle',
      `Task ${task.taskId} earns with task ${baseTaskId}, which in turn earns with it.`,
    );
  }
  return base;
}
