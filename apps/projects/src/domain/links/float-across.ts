import { isoFromMoment, momentFromIso, type Moment, type WorkingCalendar } from '@meridian/calendar';
import type { FloatLimit } from '@meridian/network';
import { calendarOfTask } from '../plan/calendar-of-task.js';
import { planNetwork, schedulePlan, type ComputedSchedule } from '../plan/schedule-plan.js';
import type { StoredPlan, StoredTask } from '../plan/stored-plan.js';
import { beforeLag, isFromFinish, isToStart, type ForeignLink } from './foreign-link.js';
import { countRound, type LinkedPlan } from './settle-linked.js';

/** A task that has less float in the network of all projects than in its own plan. */
export interface FloatAcross {
  readonly taskId: string;
  /** Minutes of its own time: in its own plan, and in the network of all projects. */
  readonly ownFloatMinutes: number;
  readonly floatMinutes: number;
  /** The task of another project that waits first, and what in the end must not be later. */
  readonly waits: TaskOfProject;
  readonly limit: TaskOfProject & {
    readonly by: Exclude<FloatLimit['by'], 'successor'>;
    /** The date that must not be later: of a deadline or a constraint, else the finish over there. */
    readonly at: string;
  };
}

export interface TaskOfProject {
  readonly projectId: string;
  readonly taskId: string;
}

/** Until when a task has to be finished for one that waits in another project. */
interface Bound {
  readonly at: Moment;
  readonly for: TaskOfProject;
}

/**
 * Total float in the network of all projects: how far a task may slip before the finish, a deadline or a date that must be met
 * is later, in its own project or in any that waits for it. Late dates of the method of the critical path, with the finish of
 * each project as its own bound; they change no dates.
 *
 * @param plans the plan that is asked about and all below it, as they stand
 * @throws Refusal `projects/links-do-not-settle`
 */
export function floatAcross(projectId: string, plans: ReadonlyMap<string, LinkedPlan>): FloatAcross[] {
  const lateDates = new LateDates(plans);
  lateDates.settle();
  const { tasks, dates } = plans.get(projectId)!;
  return tasks.flatMap((task) => {
    if (!task.isActive || task.isSummary) return [];
    const { taskId } = task;
    const ownFloatMinutes = dates.get(taskId)!.totalFloatMinutes;
    const { totalFloatMinutes: floatMinutes } = lateDates.computed(projectId).dates.get(taskId)!;
    if (floatMinutes >= ownFloatMinutes) return [];
    const held = lateDates.limitOf(projectId, taskId);
    return held === undefined ? [] : [{ taskId, ownFloatMinutes, floatMinutes, ...held }];
  });
}

class LateDates {
  private readonly schedules = new Map<string, ComputedSchedule>();
  /** By project and task: the earliest of what its links leave. */
  private readonly bounds = new Map<string, Map<string, Bound>>();

  constructor(private readonly plans: ReadonlyMap<string, LinkedPlan>) {}

  /** Late dates only become earlier, and tasks do not wait in a circle: it ends. */
  settle(): void {
    const rounds = new Map<string, number>();
    const waiting = new Set(this.plans.keys());
    for (const projectId of waiting) {
      waiting.delete(projectId);
      countRound(rounds, projectId);
      this.compute(projectId);
      for (const giverId of this.hold(projectId)) waiting.add(giverId);
    }
  }

  computed(projectId: string): ComputedSchedule {
    return this.schedules.get(projectId)!;
  }

  /** From a task to the first that waits in another project, and on to what must not be later. */
  limitOf(projectId: string, taskId: string): Pick<FloatAcross, 'waits' | 'limit'> | undefined {
    let here: TaskOfProject = { projectId, taskId };
    let waits: TaskOfProject | undefined;
    for (;;) {
      const last = this.computed(here.projectId).schedule.floatLimits(here.taskId).at(-1);
      if (last === undefined || last.by === 'successor') return undefined;
      here = { projectId: here.projectId, taskId: last.activityId };
      const bound = this.bounds.get(here.projectId)?.get(here.taskId);
      if (last.by !== 'deadline' || bound === undefined || bound.at !== last.givenAt) {
        const { finish } = this.computed(here.projectId);
        const at = last.givenAt === undefined ? finish : isoFromMoment(last.givenAt);
        return waits && { waits, limit: { ...here, by: last.by, at } };
      }
      here = bound.for;
      waits ??= here;
    }
  }

  private compute(projectId: string): void {
    const { network, tasks } = this.plans.get(projectId)!;
    const bounds = this.bounds.get(projectId);
    if (bounds === undefined) {
      this.schedules.set(projectId, schedulePlan(network, tasks));
      return;
    }
    const held = tasks.map((task) => heldTo(task, bounds.get(task.taskId)));
    this.schedules.set(projectId, schedulePlan(planNetwork({ ...network.plan, tasks: held }), held));
  }

  /** What the late dates of a plan leave to those that it waits for; answers who has less than before. */
  private hold(projectId: string): Set<string> {
    const { network, tasks } = this.plans.get(projectId)!;
    const waiters = new Map(tasks.map((task) => [task.taskId, task]));
    const tighter = new Set<string>();
    for (const link of network.plan.foreign ?? []) {
      const { fromProjectId, fromTaskId, toTaskId } = link;
      const giver = this.plans.get(fromProjectId);
      const task = giver?.tasks.find((one) => one.taskId === fromTaskId);
      const waiter = waiters.get(toTaskId);
      if (!giver || !task?.isActive || !waiter?.isActive || waiter.isSummary) continue;
      const at = this.latest(link, { waiter, projectId, task, giver: giver.network.plan });
      const known = this.bounds.get(fromProjectId) ?? new Map<string, Bound>();
      if (at === undefined || at >= (known.get(fromTaskId)?.at ?? Number.POSITIVE_INFINITY)) continue;
      this.bounds.set(fromProjectId, known.set(fromTaskId, { at, for: { projectId, taskId: toTaskId } }));
      tighter.add(fromProjectId);
    }
    return tighter;
  }

  /** The latest finish of the task that gives; undefined when the one that waits has what it waits for. */
  private latest(link: ForeignLink, ends: LinkEnds): Moment | undefined {
    const { waiter, projectId, task, giver } = ends;
    const isBegun = waiter.actualStart !== null && isToStart(link);
    if (waiter.actualFinish !== null || isBegun) return undefined;
    const late = this.computed(projectId).dates.get(waiter.taskId)!;
    const calendar = calendarOfTask(waiter, this.plans.get(projectId)!.network.plan);
    const bound = isToStart(link)
      ? momentFromIso(late.lateStart)
      : lastMoment(waiter, momentFromIso(late.lateFinish), calendar);
    const at = beforeLag(bound, link.lagMinutes, calendar);
    return isFromFinish(link) ? at : finishOfStart(task, at, giver);
  }
}

interface LinkEnds {
  readonly waiter: StoredTask;
  readonly projectId: string;
  readonly task: StoredTask;
  readonly giver: StoredPlan;
}

/** The finish that the latest start leads to; undefined for what has started, and for summaries, which have no length. */
function finishOfStart(task: StoredTask, latest: Moment, plan: StoredPlan): Moment | undefined {
  if (task.actualStart !== null || task.isSummary) return undefined;
  const minutes = task.durationMinutes + task.idleMinutes;
  if (task.isElapsed || minutes === 0) return latest + minutes;
  const calendar = calendarOfTask(task, plan);
  return calendar.finishAt(calendar.workBefore(latest + 1) - 1 + minutes);
}

/** A finish at a closing may as well be at the next opening. */
function lastMoment(task: StoredTask, finish: Moment, calendar: WorkingCalendar): Moment {
  if (task.isElapsed || task.durationMinutes + task.idleMinutes === 0) return finish;
  return calendar.startAt(calendar.workBefore(finish));
}

/** Its own deadline counts when it is earlier. */
function heldTo(task: StoredTask, bound: Bound | undefined): StoredTask {
  if (bound === undefined) return task;
  const at = isoFromMoment(bound.at);
  return task.deadline !== null && task.deadline <= at ? task : { ...task, deadline: at };
}
