import { multiplyMinor, roundedQuotient } from '@meridian/money';
import { taskBudgets } from '../cost/cost-lines.js';
import { plannedDays } from './planned-days.js';
import type { PlannedDay } from './planned-days.js';
import { plannedValueCurve } from './planned-value.js';
import type { PlannedPeriod } from './planned-value.js';
import type { EarningMethod, ReportedMethod, TaskEarning } from './task-earning.js';
import { taskWeights } from './task-weights.js';
import type { SizedTask } from './task-weights.js';
import type { WorkCalendar } from './working-days.js';

export interface BaselineTask extends SizedTask {
  readonly baselineStart: string;
  readonly baselineFinish: string;
  readonly percentComplete: number;
  /** Percent complete when left out. */
  readonly earning?: TaskEarning | undefined;
}

export interface CostBaseline {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly budgetMinor: bigint;
    /** Budgets of the tasks that earn with this one. */
    readonly followerMinor: bigint;
    /** Earned by this task and those that earn with it; nothing of a task that earns with another one or as planned. */
    readonly evMinor: bigint;
    readonly earningMethod: EarningMethod;
  }[];
  /** Earned by what is measured; what earns as planned (level of effort) is in `days`. */
  readonly measuredMinor: bigint;
  readonly effortBudgetMinor: bigint;
  readonly days: readonly (PlannedDay & { readonly effortMinor: bigint })[];
  readonly months: readonly PlannedPeriod[];
}

/**
 * The part of a task's budget that is earned, rounded once, half up. A task of which anything is reported has begun; at 100
 * per cent it is finished.
 */
export function earnedOfTask(
  budgetMinor: bigint,
  percentComplete: number,
  method: ReportedMethod = 'percent-complete',
): bigint {
  const share = method === 'percent-complete' ? percentComplete : STEPS[method](percentComplete);
  return roundedQuotient(budgetMinor * BigInt(share), 100n);
}

const STEPS: Readonly<Record<Exclude<ReportedMethod, 'percent-complete'>, (percent: number) => number>> = {
  'zero-hundred': (percent) => (percent === 100 ? 100 : 0),
  'fifty-fifty': (percent) => (percent === 100 ? 100 : percent > 0 ? 50 : 0),
};

/**
 * Lays an approved budget over a plan: each task's part, what of it is earned, and the planned value over time. Lines
 * of tasks that the plan no longer has are shared out like those of the whole project, so that tasks always sum to the
 * budget. A plan without tasks carries nothing.
 */
export function costBaseline(
  lines: readonly { readonly taskId: string | null; readonly amountMinor: bigint }[],
  tasks: readonly BaselineTask[],
  calendar: WorkCalendar,
): CostBaseline {
  if (tasks.length === 0)
    return { tasks: [], measuredMinor: 0n, effortBudgetMinor: 0n, days: [], months: [] };
  const known = new Set(tasks.map(({ taskId }) => taskId));
  const placed = lines.map(({ taskId, amountMinor }) =>
    taskId !== null && known.has(taskId) ? { taskId, amountMinor } : { amountMinor },
  );
  const budgets = taskBudgets(placed, taskWeights(tasks));
  const planned = tasks.map((task, index) => ({ ...task, budgetMinor: budgets[index]?.budgetMinor ?? 0n }));
  const followers = budgetsOfFollowers(planned);
  const valued = planned.map(({ taskId, budgetMinor, percentComplete, earning }) => {
    const followerMinor = followers.get(taskId) ?? 0n;
    const evMinor = measured(budgetMinor + followerMinor, percentComplete, earning);
    return {
      taskId,
      budgetMinor,
      followerMinor,
      evMinor,
      earningMethod: earning?.method ?? 'percent-complete',
    };
  });
  const carrying = planned.filter(({ budgetMinor }) => budgetMinor > 0n);
  const effort = carrying.filter(({ earning }) => earning?.kind === 'as-planned');
  return {
    tasks: valued,
    measuredMinor: sum(valued.map(({ evMinor }) => evMinor)),
    effortBudgetMinor: sum(effort.map(({ budgetMinor }) => budgetMinor)),
    days: withEffort(plannedDays(carrying, calendar), plannedDays(effort, calendar)),
    months: plannedValueCurve(carrying, calendar, 'month'),
  };
}

/** Tasks that earn with another one are valued with it, and rounded with it. */
function measured(carriedMinor: bigint, percentComplete: number, earning: TaskEarning | undefined): bigint {
  if (earning?.kind === 'with' || earning?.kind === 'as-planned') return 0n;
  if (earning?.kind === 'recorded') return multiplyMinor(carriedMinor, earning.share);
  return earnedOfTask(carriedMinor, percentComplete, earning?.method);
}

function budgetsOfFollowers(
  tasks: readonly { readonly budgetMinor: bigint; readonly earning?: TaskEarning | undefined }[],
): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { budgetMinor, earning } of tasks)
    if (earning?.kind === 'with') sums.set(earning.taskId, (sums.get(earning.taskId) ?? 0n) + budgetMinor);
  return sums;
}

/** On each day, what of the planned value is level of effort. */
function withEffort(days: readonly PlannedDay[], effort: readonly PlannedDay[]): CostBaseline['days'] {
  let at = -1;
  return days.map((one) => {
    while (effort[at + 1] !== undefined && (effort[at + 1] as PlannedDay).day <= one.day) at += 1;
    return { ...one, effortMinor: effort[at]?.cumulativeMinor ?? 0n };
  });
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n);
}
