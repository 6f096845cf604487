import { dayFromDate } from '@meridian/calendar';
import { planNetwork, schedulePlan, type PlanNetwork } from '../plan/schedule-plan.js';
import type { StoredTask, TaskDates } from '../plan/stored-plan.js';
import { slippedTask } from './slipped-task.js';

export interface PlanBefore {
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
}

/**
 * What is hit when a task finishes so many days later than planned. The plan is computed once more with it; nothing is kept.
 *
 * @throws Refusal `projects/cannot-slip`, and those of `planNetwork` and `schedulePlan`
 */
export function rippleOfSlip(plan: PlanBefore, task: StoredTask, days: number): Ripple {
  const { start, finish } = datesOf(plan.dates, task);
  const late = slippedTask(plan.network.plan, { task, start, finish, days });
  const tasks = plan.tasks.map((other) => (other.taskId === task.taskId ? late : other));
  const before = schedulePlan(plan.network, plan.tasks);
  const after = schedulePlan(planNetwork({ ...plan.network.plan, tasks }), tasks);
  const hits = plan.tasks
    .filter(({ isActive, isSummary }) => isActive && !isSummary)
    .map((other) => hitOf(other, datesOf(plan.dates, other), datesOf(after.dates, other)));
  const others = hits.filter((hit) => hit.task.taskId !== task.taskId);
  const known = new Set(before.clashes);
  return {
    slipped: hitOf(task, datesOf(plan.dates, task), datesOf(after.dates, task)),
    finishBefore: before.finish,
    finish: after.finish,
    moved: others.filter(isMoved).sort((a, b) => Math.abs(b.finishDays) - Math.abs(a.finishDays)),
    tightened: others
      .filter((hit) => !isMoved(hit) && floatLoss(hit) > 0)
      .sort((a, b) => floatLoss(b) - floatLoss(a)),
    newClashes: after.clashes.filter((clash) => !known.has(clash)),
  };
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
