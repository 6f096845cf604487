import type { LevellingProblem, LevellingTask, Pool, PoolNeed } from '@meridian/levelling';
import { capacityPools, percentOfDay, personPool, rolePool } from './capacity-pools.js';
import { groupedBy } from './grouped-by.js';
import { levellingLinks } from './levelling-links.js';
import type { InputBooking, InputTask, LevellingInput } from './levelling-input.js';
import { placeOf } from './task-places.js';
import type { TaskPlace } from './task-places.js';
import { WorkingDays } from './working-days.js';

/** A problem for the solver and what is needed to tell its answer in the words of the plans. */
export interface BuiltProblem {
  readonly problem: LevellingProblem;
  readonly days: WorkingDays;
  /** Chosen work by id, as planned. */
  readonly places: ReadonlyMap<string, TaskPlace>;
  /** Whose a task is, of those in the way as well. */
  readonly projectOf: ReadonlyMap<string, string>;
  /** What is taken for granted, a sentence each. */
  readonly assumptions: readonly string[];
}

/**
 * Plans and bookings as a levelling problem: a slot is a working day, a pool a person or a role in percent of a day.
 * Finished work is left out, running work stays, work to come may move to later days, never to earlier ones than
 * planned. Work of other projects is in the way where it is.
 */
export function buildProblem(input: LevellingInput): BuiltProblem {
  const days = new WorkingDays(input.today, earliest(input));
  const tasks = [...input.tasks, ...tasksOfBookings(input)];
  const work = tasks.filter(({ isSummary, percentComplete }) => !isSummary && percentComplete < 100);
  const places = new Map(work.map((task) => [task.taskId, placeOf(task, days)]));
  const pools = capacityPools(input.people, input.bookings, days);
  const roleOf = new Map(input.people.map(({ personId, role }) => [personId, rolePool(role)]));
  const needs = new Needs(pools, roleOf, days);
  const byTask = groupedBy(input.bookings, ({ taskId }) => taskId);
  const movable = work.map((task) =>
    asLevellingTask(task, places.get(task.taskId) as TaskPlace, needs.of(byTask.get(task.taskId) ?? [])),
  );
  const chosen = new Set(input.projects.map(({ projectId }) => projectId));
  const foreign = input.bookings
    .filter(({ projectId, finish }) => !chosen.has(projectId) && finish >= input.today)
    .map((booking, index) => ({ booking, task: inTheWay(booking, index, { needs, days }) }));
  const { links, marks } = levellingLinks({ tasks, places, sharedMilestones: input.sharedMilestones });
  const problem: LevellingProblem = {
    tasks: [...movable, ...marks, ...foreign.map(({ task }) => task)],
    links,
    pools,
    projects: input.projects.map(({ projectId, dueOn, weight = 1 }) => ({
      id: projectId,
      weight,
      costPerSlot: weight,
      ...(dueOn === undefined ? {} : { due: Math.max(0, days.numberAfter(dueOn)) }),
    })),
  };
  const projectOf = new Map([
    ...work.map(({ taskId, projectId }) => [taskId, projectId] as const),
    ...foreign.map(({ task, booking }) => [task.id, booking.projectId] as const),
  ]);
  return {
    problem,
    days,
    places,
    projectOf,
    assumptions: [...assumptionsOf(input, tasks), ...needs.sentences],
  };
}

function asLevellingTask(task: InputTask, place: TaskPlace, needs: readonly PoolNeed[]): LevellingTask {
  const { from, to, isFixed } = place;
  return {
    id: task.taskId,
    projectId: task.projectId,
    durationSlots: to - from,
    needs,
    plannedStart: from,
    ...(isFixed ? { fixedStart: from } : { release: from }),
  };
}

/** A booking of a project that is not chosen. */
function inTheWay(
  booking: InputBooking,
  index: number,
  { needs, days }: { needs: Needs; days: WorkingDays },
): LevellingTask {
  const from = Math.max(0, days.numberFrom(booking.start));
  const to = Math.max(from, days.numberAfter(booking.finish));
  return {
    id: `${booking.taskId} booking ${index}`,
    durationSlots: to - from,
    needs: needs.of([booking], { isFixed: true }),
    fixedStart: from,
  };
}

/** Bookings as units of pools. Nobody is asked for more than they lastingly have: no plan could give it. */
class Needs {
  readonly sentences = new Set<string>();
  readonly #lasting: Map<string, number>;

  constructor(
    pools: readonly Pool[],
    private readonly roleOf: ReadonlyMap<string, string>,
    private readonly days: WorkingDays,
  ) {
    this.#lasting = new Map(pools.map((pool) => [pool.id, pool.changes?.at(-1)?.capacity ?? pool.capacity]));
  }

  of(bookings: readonly InputBooking[], { isFixed = false } = {}): PoolNeed[] {
    const units = new Map<string, number>();
    for (const booking of bookings) {
      const percent = percentOfDay(booking, this.days);
      for (const pool of this.#poolsOf(booking)) units.set(pool, (units.get(pool) ?? 0) + percent);
    }
    return [...units].map(([poolId, percent]) => {
      const most = this.#lasting.get(poolId) ?? 0;
      if (isFixed || percent <= most) return { poolId, units: percent };
      this.sentences.add(
        'Work booked on somebody at more than the whole of their time is counted as all of it.',
      );
      return { poolId, units: most };
    });
  }

  #poolsOf({ personId, resourceName }: InputBooking): string[] {
    const own = personId === null ? undefined : personPool(personId);
    const role = personId === null ? rolePool(resourceName) : this.roleOf.get(personId);
    const known = [own, role].filter((pool) => pool !== undefined && this.#lasting.has(pool));
    if (known.length === 0)
      this.sentences.add(`Work for "${resourceName}" is not limited: nobody is known by that name or role.`);
    return known as string[];
  }
}

/** Work of chosen projects that is only known by its bookings: plans told before tasks were. */
function tasksOfBookings({ tasks, bookings, projects }: LevellingInput): InputTask[] {
  const known = new Set(tasks.map(({ taskId }) => taskId));
  const chosen = new Set(projects.map(({ projectId }) => projectId));
  const open = bookings.filter(({ taskId, projectId }) => chosen.has(projectId) && !known.has(taskId));
  return [...groupedBy(open, ({ taskId }) => taskId)].map(([taskId, own]) => ({
    taskId,
    projectId: own[0]?.projectId ?? '',
    parentTaskId: null,
    isSummary: false,
    isMilestone: false,
    start: own.reduce((first, { start }) => (start < first ? start : first), own[0]?.start ?? ''),
    finish: own.reduce((last, { finish }) => (finish > last ? finish : last), ''),
    percentComplete: 0,
    predecessors: null,
  }));
}

function assumptionsOf({ people, projects }: LevellingInput, tasks: readonly InputTask[]): string[] {
  const byProject = groupedBy(tasks, ({ projectId }) => projectId);
  const unlinked = projects.filter(({ projectId }) =>
    byProject.get(projectId)?.every(({ predecessors }) => predecessors === null),
  );
  const leaving = people.filter(
    ({ periods }) => periods.length > 0 && periods.every(({ until }) => until !== null),
  );
  return [
    'Tasks start no earlier than planned and run without interruption; a task waits for the end of an absence.',
    ...(unlinked.length > 0
      ? [`Links are not known of ${unlinked.length} projects: the order of their plans is kept.`]
      : []),
    ...(leaving.length > 0
      ? [
          `${leaving.length} people leave at a known date; their work after it is levelled as if somebody took it over.`,
        ]
      : []),
  ];
}

function earliest({ today, bookings }: LevellingInput): string {
  return bookings.reduce((first, { start }) => (start < first ? start : first), today);
}
