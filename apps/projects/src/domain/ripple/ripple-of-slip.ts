import { dayFromDate } from '@meridian/calendar';
import { settleLinked, type LinkedPlan } from '../links/settle-linked.js';
import { planNetwork, schedulePlan, type ComputedSchedule, type PlanNetwork } from '../plan/schedule-plan.js';
import type { StoredTask, TaskDates } from '../plan/stored-plan.js';
import { slippedTask } from './slipped-task.js';

export interface PlanBefore {
  readonly projectId: string;
  readonly network: PlanNetwork;
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
}

/** A task that a slip would hit. Days are calendar days, later positive. */
export interface HitTask {
  readonly task: StoredTask;
  readonly before: TaskDates;
  readonly after: TaskDates;
  readonly finishDays: number;
}

export interface Ripple {
  /** The task that slips. */
  readonly slipped: HitTask;
  /** Project finish, `YYYY-MM-DDTHH:MM:SS`. */
  readonly finishBefore: string;
  readonly finish: string;
  /** Other tasks whose dates would move, the largest move first; summaries left out. */
  readonly moved: readonly HitTask[];
  /** Tasks that would stay and lose float, the largest loss first. */
  readonly tightened: readonly HitTask[];
  readonly newClashes: readonly string[];
  /** Other projects that would move through links. */
  readonly others: readonly HitPlan[];
}

/** A plan of another project that a slip would move. */
export interface HitPlan {
  readonly projectId: string;
  readonly finishBefore: string;
  readonly finish: string;
  /** The largest move first; summaries left out. */
  readonly moved: readonly HitTask[];
}

/**
 * What is hit when a task finishes so many days later than planned, here and in the plans that wait for this one. All are computed
 * once more with it; nothing is kept.
 *
 * @param below the plans that wait for this one, and those that wait for these; this one as well when they wait for each other
 * @throws Refusal `projects/cannot-slip`, and those of `planNetwork`, `schedulePlan` and `settleLinked`
 */
export function rippleOfSlip(
  plan: PlanBefore,
  { task, days }: { readonly task: StoredTask; readonly days: number },
  below: ReadonlyMap<string, LinkedPlan>,
): Ripple {
  const { start, finish } = datesOf(plan.dates, task);
  const late = slippedTask(plan.network.plan, { task, start, finish, days });
  const tasks = plan.tasks.map((other) => (other.taskId === task.taskId ? late : other));
  const before = schedulePlan(plan.network, plan.tasks);
  const network = planNetwork({ ...plan.network.plan, tasks });
  const first = schedulePlan(network, tasks);
  const changed = { projectId: plan.projectId, network, tasks, dates: first.dates };
  const plans = below.has(plan.projectId) ? new Map([...below, [plan.projectId, changed]]) : below;
  const settled = settleLinked(changed, plans);
  const after = settled.get(plan.projectId)?.computed ?? first;
  const hits = hitsOf(plan, after);
  const others = hits.filter((hit) => hit.task.taskId !== task.taskId);
  const known = new Set(before.clashes);
  return {
    slipped: hitOf(task, datesOf(plan.dates, task), datesOf(after.dates, task)),
    finishBefore: before.finish,
    finish: after.finish,
    moved: movedOf(others),
    tightened: others
      .filter((hit) => !isMoved(hit) && floatLoss(hit) > 0)
      .sort((a, b) => floatLoss(b) - floatLoss(a)),
    newClashes: after.clashes.filter((clash) => !known.has(clash)),
    others: [...settled].flatMap(([projectId, { computed }]) => {
      const other = below.get(projectId);
      if (projectId === plan.projectId || other === undefined) return [];
      const finishBefore = schedulePlan(other.network, other.tasks).finish;
      return [{ projectId, finishBefore, finish: computed.finish, moved: movedOf(hitsOf(other, computed)) }];
    }),
  };
}

function hitsOf({ tasks, dates }: Pick<LinkedPlan, 'tasks' | 'dates'>, after: ComputedSchedule): HitTask[] {
  return tasks
    .filter(({ isActive, isSummary }) => isActive && !isSummary)
    .map((task) => hitOf(task, datesOf(dates, task), datesOf(after.dates, task)));
}

function movedOf(hits: readonly HitTask[]): HitTask[] {
  return hits.filter(isMoved).sort((a, b) => Math.abs(b.finishDays) - Math.abs(a.finishDays));
}

/** Calendar days between the days of two moments, later positive. */
export function daysLater(before: string, after: string): number {
  return dayFromDate(after.slice(0, 10)) - dayFromDate(before.slice(0, 10));
}

function hitOf(task: StoredTask, before: TaskDates, after: TaskDates): HitTask {
  return { task, before, after, finishDays: daysLater(before.finish, after.finish) };
}

function isMoved({ before, after }: HitTask): boolean {
  return before.start !== after.start || before.finish !== after.finish;
}

function floatLoss({ before, after }: HitTask): number {
  return before.totalFloatMinutes - after.totalFloatMinutes;
}

function datesOf(dates: ReadonlyMap<string, TaskDates>, { taskId, name }: StoredTask): TaskDates {
  const found = dates.get(taskId);
  if (!found) throw new Error(`"${name}" has no computed dates.`);
  return found;
}
