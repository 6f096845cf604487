import type { Ratio } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { earnedShare } from '../earned-value/earned-value-method.js';
import type { EarnedValueMethod } from '../earned-value/earned-value-method.js';

/** The methods whose earning follows from the percentage that is reported of a task. */
export type ReportedMethod = 'percent-complete' | 'zero-hundred' | 'fifty-fifty';

/** How a part of a plan earns, with what was recorded of it last: a WBS element with all below. */
export type EarningRule =
  | { readonly wbs: string; readonly method: ReportedMethod }
  | { readonly wbs: string; readonly method: 'level-of-effort' }
  | {
      readonly wbs: string;
      readonly method: 'weighted-milestones';
      readonly milestones: readonly {
        readonly name: string;
        readonly weight: string;
        readonly reachedOn?: string | undefined;
      }[];
    }
  | {
      readonly wbs: string;
      readonly method: 'physical' | 'agile-points';
      readonly quantityDone: string;
      readonly quantityPlanned: string;
    }
  | { readonly wbs: string; readonly method: 'apportioned'; readonly baseWbs: string };

export type EarningMethod = EarningRule['method'];

/** What the earned value of one task follows from. */
export type TaskEarning =
  | { readonly kind: 'reported'; readonly method: ReportedMethod }
  /** Milestones reached, quantities or points, as recorded for the part of the plan. */
  | { readonly kind: 'recorded'; readonly method: EarningMethod; readonly share: Ratio }
  /** As planned, always. */
  | { readonly kind: 'as-planned'; readonly method: 'level-of-effort' }
  /** The share of a task that is measured. */
  | { readonly kind: 'with'; readonly method: 'apportioned'; readonly taskId: string };

interface PlacedTask {
  readonly taskId: string;
  readonly wbs: string;
}

const BY_PERCENT: TaskEarning = { kind: 'reported', method: 'percent-complete' };

/**
 * The earning of every task: the rule of the innermost part that it lies in counts, percent complete where there is none. What
 * earns with a task that the plan does not have any more, or that is not measured, earns by percent complete.
 *
 * @param rules the latest of each part
 */
export function earningOfTasks(
  tasks: readonly PlacedTask[],
  rules: readonly EarningRule[],
): ReadonlyMap<string, TaskEarning> {
  return new Map(
    tasks.map((task) => {
      try {
        return [task.taskId, earningOf(task, tasks, rules)];
      } catch (error) {
        if (error instanceof Refusal) return [task.taskId, BY_PERCENT];
        throw error;
      }
    }),
  );
}

/**
 * @throws Refusal `budgeting/apportioned-base-missing`, `budgeting/apportioned-cycle`, `budgeting/milestone-weights`,
 * `budgeting/quantity-out-of-range`
 */
export function earningOf(
  task: PlacedTask,
  tasks: readonly PlacedTask[],
  rules: readonly EarningRule[],
): TaskEarning {
  const rule = innermost(task, rules);
  if (rule === undefined) return BY_PERCENT;
  if (rule.method === 'apportioned') return withBase(task, rule.baseWbs, tasks, rules);
  if (rule.method === 'level-of-effort') return { kind: 'as-planned', method: rule.method };
  if (!isRecorded(rule)) return { kind: 'reported', method: rule.method };
  const recorded = recordedMethod(rule);
  return { kind: 'recorded', method: rule.method, share: earnedShare(recorded, EVERYTHING_RECORDED) };
}

export function isReported(method: EarningMethod): method is ReportedMethod {
  return method === 'percent-complete' || method === 'zero-hundred' || method === 'fifty-fifty';
}

/** Whether a task lies in a part of the plan. */
export function liesIn({ wbs }: PlacedTask, part: string): boolean {
  return wbs === part || wbs.startsWith(`${part}.`);
}

function innermost(task: PlacedTask, rules: readonly EarningRule[]): EarningRule | undefined {
  const fitting = rules.filter(({ wbs }) => liesIn(task, wbs));
  return fitting.reduce<EarningRule | undefined>(
    (best, rule) => (best === undefined || rule.wbs.length > best.wbs.length ? rule : best),
    undefined,
  );
}

type RecordedRule = Extract<
  EarningRule,
  { readonly method: 'weighted-milestones' | 'physical' | 'agile-points' }
>;

function isRecorded(rule: EarningRule): rule is RecordedRule {
  return !isReported(rule.method) && rule.method !== 'level-of-effort' && rule.method !== 'apportioned';
}

/** What is recorded has happened: a milestone is recorded as reached on a day that is over. */
const EVERYTHING_RECORDED = {
  statusDate: '9999-12-31',
  plannedShare: { numerator: 0n, denominator: 1n },
  baseShare: (): never => {
    throw new Error('A recorded share depends on no other task.');
  },
};

function recordedMethod(rule: RecordedRule): EarnedValueMethod {
  if (rule.method === 'weighted-milestones') {
    const milestones = rule.milestones.map(({ name, weight, reachedOn }) => ({
      milestoneId: name,
      weight,
      ...(reachedOn === undefined ? {} : { reachedOn }),
      isAccepted: true,
    }));
    return { kind: 'weighted-milestones', milestones };
  }
  const { quantityDone, quantityPlanned } = rule;
  return rule.method === 'physical'
    ? { kind: 'physical', quantityDone, quantityPlanned }
    : { kind: 'agile-points', pointsAccepted: quantityDone, pointsPlanned: quantityPlanned };
}

/** Follows from task to task until one is measured. */
function withBase(
  task: PlacedTask,
  baseWbs: string,
  tasks: readonly PlacedTask[],
  rules: readonly EarningRule[],
): TaskEarning {
  const seen = new Set([task.taskId]);
  for (let wbs = baseWbs; ;) {
    const base = tasks.find((one) => one.wbs === wbs);
    if (base === undefined) throw noBase(task, `WBS ${wbs}, which is no task with work of its own`);
    if (seen.has(base.taskId))
      throw new Refusal(
        'budgeting/apportioned-cycle',
        `WBS ${task.wbs} earns with WBS ${baseWbs}, which in turn earns with it.`,
      );
    seen.add(base.taskId);
    const rule = innermost(base, rules);
    if (rule?.method === 'level-of-effort')
      throw noBase(task, `WBS ${wbs}, which earns as planned; name a task that is measured`);
    if (rule?.method !== 'apportioned') return { kind: 'with', method: 'apportioned', taskId: base.taskId };
    wbs = rule.baseWbs;
  }
}

function noBase({ wbs }: PlacedTask, found: string): Refusal {
  return new Refusal('budgeting/apportioned-base-missing', `WBS ${wbs} is to earn with ${found}.`);
}
