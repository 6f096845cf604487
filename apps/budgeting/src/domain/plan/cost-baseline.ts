import { roundedQuotient } from '@meridian/money';
import { taskBudgets } from '../cost/cost-lines.js';
import { plannedDays } from './planned-days.js';
import type { PlannedDay } from './planned-days.js';
import { plannedValueCurve } from './planned-value.js';
import type { PlannedPeriod } from './planned-value.js';
import { taskWeights } from './task-weights.js';
import type { SizedTask } from './task-weights.js';
import type { WorkCalendar } from './working-days.js';

export interface BaselineTask extends SizedTask {
  readonly baselineStart: string;
  readonly baselineFinish: string;
  readonly percentComplete: number;
  /** Percent complete when left out. */
  readonly earningMethod?: ReportedMethod;
}

export interface CostBaseline {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly budgetMinor: bigint;
    readonly evMinor: bigint;
  }[];
  readonly evMinor: bigint;
  readonly days: readonly PlannedDay[];
  readonly months: readonly PlannedPeriod[];
}

/** The methods whose earning follows from the percentage that is reported of a task. */
export type ReportedMethod = 'percent-complete' | 'zero-hundred' | 'fifty-fifty';

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
  if (tasks.length === 0) return { tasks: [], evMinor: 0n, days: [], months: [] };
  const known = new Set(tasks.map(({ taskId }) => taskId));
  const placed = lines.map(({ taskId, amountMinor }) =>
    taskId !== null && known.has(taskId) ? { taskId, amountMinor } : { amountMinor },
  );
  const budgets = taskBudgets(placed, taskWeights(tasks));
  const planned = tasks.map((task, index) => ({ ...task, budgetMinor: budgets[index]?.budgetMinor ?? 0n }));
  const valued = planned.map(({ taskId, budgetMinor, percentComplete, earningMethod }) => ({
    taskId,
    budgetMinor,
    evMinor: earnedOfTask(budgetMinor, percentComplete, earningMethod),
  }));
  const carrying = planned.filter(({ budgetMinor }) => budgetMinor > 0n);
  return {
    tasks: valued,
    evMinor: valued.reduce((all, { evMinor }) => all + evMinor, 0n),
    days: plannedDays(carrying, calendar),
    months: plannedValueCurve(carrying, calendar, 'month'),
  };
}
