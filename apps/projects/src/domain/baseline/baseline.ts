import type { StoredLink, StoredTask, TaskDates } from '../plan/stored-plan.js';

/** A task as a baseline promises it. Moments are wall-clock text, money minor units of the project's currency. */
export interface BaselineTask {
  readonly taskId: string;
  readonly parentTaskId: string | null;
  readonly wbs: string;
  readonly name: string;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly start: string;
  readonly finish: string;
  readonly workMinutes: number;
  readonly budgetMinor: bigint;
}

/** What is promised: scope, dates, work and cost of each task, and the logic between them. */
export interface BaselineContent {
  readonly tasks: readonly BaselineTask[];
  readonly links: readonly StoredLink[];
}

export interface PlanNow {
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
  readonly links: readonly StoredLink[];
}

/** The plan as it stands, as a baseline would promise it. Inactive tasks are no part of it. */
export function contentOfPlan({ tasks, dates, links }: PlanNow): BaselineContent {
  const active = tasks.filter(({ isActive }) => isActive);
  const ids = new Set(active.map(({ taskId }) => taskId));
  return {
    tasks: active.map((task) => promised(task, datesOf(task, dates))),
    links: links.filter(({ fromTaskId, toTaskId }) => ids.has(fromTaskId) && ids.has(toTaskId)),
  };
}

export interface NewBaseline extends BaselineContent {
  /** Tasks that keep what was promised before. */
  readonly keptTasks: number;
}

/**
 * A new baseline from a day on. What was due by the end of that day keeps the dates, work and cost that were promised
 * before: planned value of a closed period never changes (EIA-748, revisions).
 *
 * @param earlier tasks of the baseline before; none for the first one
 * @param effectiveOn `YYYY-MM-DD`
 */
export function newBaseline(
  plan: PlanNow,
  earlier: ReadonlyMap<string, BaselineTask>,
  effectiveOn: string,
): NewBaseline {
  const content = contentOfPlan(plan);
  const present = new Map(plan.tasks.map((task) => [task.taskId, task]));
  let keptTasks = 0;
  const tasks = content.tasks.map((task) => {
    const before = promisedBefore(present.get(task.taskId), earlier.get(task.taskId));
    if (task.isSummary || before === null || before.finish.slice(0, 10) > effectiveOn) return task;
    keptTasks += 1;
    return { ...task, ...before };
  });
  return { tasks, links: content.links, keptTasks };
}

type Promised = Pick<BaselineTask, 'start' | 'finish' | 'workMinutes' | 'budgetMinor'>;

/** What was promised of a task so far; before the first baseline that is what its plan file promised. */
function promisedBefore(task: StoredTask | undefined, earlier: BaselineTask | undefined): Promised | null {
  if (earlier) {
    const { start, finish, workMinutes, budgetMinor } = earlier;
    return { start, finish, workMinutes, budgetMinor };
  }
  if (task?.baselineStart == null || task.baselineFinish === null) return null;
  const { baselineStart: start, baselineFinish: finish, workMinutes, budgetMinor } = task;
  return { start, finish, workMinutes, budgetMinor: budgetMinor ?? 0n };
}

export interface BaselineSums {
  readonly start: string;
  readonly finish: string;
  readonly workMinutes: number;
  readonly budgetMinor: bigint;
  readonly taskCount: number;
  readonly linkCount: number;
}

/** A baseline in sums: summaries carry no work and no cost of their own. Days are `YYYY-MM-DD`. */
export function sumsOf({ tasks, links }: BaselineContent): BaselineSums {
  const work = tasks.filter(({ isSummary }) => !isSummary);
  const starts = work.map(({ start }) => start.slice(0, 10)).sort();
  const finishes = work.map(({ finish }) => finish.slice(0, 10)).sort();
  return {
    start: starts[0] ?? '',
    finish: finishes.at(-1) ?? '',
    workMinutes: work.reduce((sum, { workMinutes }) => sum + workMinutes, 0),
    budgetMinor: work.reduce((sum, { budgetMinor }) => sum + budgetMinor, 0n),
    taskCount: tasks.length,
    linkCount: links.length,
  };
}

function promised(task: StoredTask, { start, finish }: TaskDates): BaselineTask {
  const { taskId, parentTaskId, wbs, name, isSummary, isMilestone, workMinutes, budgetMinor } = task;
  const own = { taskId, parentTaskId, wbs, name, isSummary, isMilestone };
  return { ...own, start, finish, workMinutes, budgetMinor: budgetMinor ?? 0n };
}

function datesOf({ taskId, name }: StoredTask, dates: ReadonlyMap<string, TaskDates>): TaskDates {
  const found = dates.get(taskId);
  if (!found) throw new Error(`"${name}" has no computed dates.`);
  return found;
}
