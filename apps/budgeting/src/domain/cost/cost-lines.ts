import {
  addRatios,
  allocateMinor,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  ratioToWhole,
} from '@meridian/money';
import type { Ratio } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { dateOf, dayNumber } from '../plan/calendar-day.js';
import { rateOn } from '../rates/labour-rate.js';
import type { LabourRate, Worker } from '../rates/labour-rate.js';
import { elapsedDays } from '../plan/working-days.js';
import type { WorkCalendar } from '../plan/working-days.js';

interface Line {
  readonly lineId: string;
  /** The task it pays for; a line without one is shared out over all tasks. */
  readonly taskId?: string;
}

/** `labour`: an assignment times its rate. `fixed`: a sum. `material`: a quantity times its price. */
export type CostLine =
  | (Line & {
      readonly kind: 'labour';
      readonly worker: Worker;
      readonly effortHours: string | number;
      readonly start: string;
      readonly finish: string;
    })
  | (Line & { readonly kind: 'fixed'; readonly amountMinor: bigint })
  | (Line & {
      readonly kind: 'material';
      readonly quantity: string | number;
      readonly unitPriceMinor: bigint;
    });

export interface CostTerms {
  /** All in the currency of the project. */
  readonly rates: readonly LabourRate[];
  readonly calendar: WorkCalendar;
}

/** A task that may carry a share of what is planned for the project as a whole. */
export interface WeightedTask {
  readonly taskId: string;
  /** Planned effort or duration, whole units of whatever the house weighs by. */
  readonly weight: bigint;
}

export interface CostPlan {
  /** Budget at completion: the sum of all lines, and of all tasks. */
  readonly totalMinor: bigint;
  readonly lines: readonly {
    readonly lineId: string;
    readonly kind: CostLine['kind'];
    readonly amountMinor: bigint;
  }[];
  readonly tasks: readonly { readonly taskId: string; readonly budgetMinor: bigint }[];
}

/**
 * Budgets a project from its cost lines. Each line is rounded once, half up; what no line gives to a task is shared
 * out over the tasks by weight, or evenly when nothing has a weight, so that the tasks sum to the total exactly.
 *
 * @throws Refusal `budgeting/unknown-task`, `budgeting/no-tasks`, and those of {@link costOfLine}
 */
export function costPlan(
  lines: readonly CostLine[],
  tasks: readonly WeightedTask[],
  terms: CostTerms,
): CostPlan {
  const priced = lines.map((line) => ({ ...line, amountMinor: costOfLine(line, terms) }));
  return {
    totalMinor: priced.reduce((all, { amountMinor }) => all + amountMinor, 0n),
    lines: priced.map(({ lineId, kind, amountMinor }) => ({ lineId, kind, amountMinor })),
    tasks: taskBudgets(priced, tasks),
  };
}

/**
 * Budgets of tasks from lines that have an amount already.
 *
 * @throws Refusal `budgeting/unknown-task`, `budgeting/no-tasks`
 */
export function taskBudgets(
  lines: readonly { readonly taskId?: string; readonly amountMinor: bigint }[],
  tasks: readonly WeightedTask[],
): CostPlan['tasks'] {
  const budgets = new Map(tasks.map(({ taskId }) => [taskId, 0n]));
  let sharedMinor = 0n;
  for (const { taskId, amountMinor } of lines) {
    if (taskId === undefined) sharedMinor += amountMinor;
    else if (!budgets.has(taskId))
      throw new Refusal(
        'budgeting/unknown-task',
        `A cost line names task ${taskId}, which is not in the plan.`,
      );
    else budgets.set(taskId, (budgets.get(taskId) ?? 0n) + amountMinor);
  }
  const shares = sharedMinor === 0n ? [] : allocateMinor(sharedMinor, weightsOf(tasks));
  return tasks.map(({ taskId }, index) => ({
    taskId,
    budgetMinor: (budgets.get(taskId) ?? 0n) + (shares[index] ?? 0n),
  }));
}

/**
 * What a line costs. Labour is spread evenly over the working days of its assignment, each day at the rate of that day.
 *
 * @throws Refusal `budgeting/negative-cost`, `budgeting/no-rate`, `budgeting/rates-tie`, `budgeting/finish-before-start`, `money/not-a-decimal`
 */
export function costOfLine(line: CostLine, terms: CostTerms): bigint {
  const cost = exactCost(line, terms);
  if (cost.numerator >= 0n) return ratioToWhole(cost);
  throw new Refusal('budgeting/negative-cost', `Cost line ${line.lineId} comes to less than zero.`, {
    kind: 'unprocessable',
  });
}

function exactCost(line: CostLine, terms: CostTerms): Ratio {
  switch (line.kind) {
    case 'fixed':
      return ratio(line.amountMinor);
    case 'material':
      return multiplyRatios(ratioFromDecimal(line.quantity), ratio(line.unitPriceMinor));
    case 'labour':
      return multiplyRatios(ratioFromDecimal(line.effortHours), meanRate(line, terms));
  }
}

/** The mean hourly rate over an assignment: each stretch between two rate changes weighs by its working days. */
function meanRate(line: CostLine & { readonly kind: 'labour' }, { rates, calendar }: CostTerms): Ratio {
  const changes = rates
    .map(({ validFrom }) => validFrom)
    .filter((day) => line.start < day && day <= line.finish);
  const starts = [line.start, ...[...new Set(changes)].sort()];
  let [mean, before] = [ratio(0n), 0];
  starts.forEach((start, index) => {
    const next = starts[index + 1];
    const last = next === undefined ? line.finish : dateOf(dayNumber(next) - 1);
    const { elapsed, total } = elapsedDays(calendar, line, last);
    const share = ratio(BigInt(elapsed - before), BigInt(total));
    before = elapsed;
    // A stretch without working days needs no rate.
    if (share.numerator > 0n)
      mean = addRatios(mean, multiplyRatios(share, ratio(rateOn(rates, line.worker, start).perHourMinor)));
  });
  return mean;
}

function weightsOf(tasks: readonly WeightedTask[]): readonly bigint[] {
  if (tasks.length === 0) {
    throw new Refusal(
      'budgeting/no-tasks',
      'Cost of the project as a whole needs at least one task to be planned on.',
    );
  }
  const weights = tasks.map(({ weight }) => weight);
  return weights.some((weight) => weight !== 0n) ? weights : weights.map(() => 1n);
}
