import { compileProblem, leftShift, overloadedSlots, smoothLoad, StartCauses } from '@meridian/levelling';
import type { LevelledSchedule, Objective, StartCause } from '@meridian/levelling';
import { weekOf } from '../weeks.js';
import type { BuiltProblem } from './build-problem.js';
import { groupedBy } from './grouped-by.js';
import type { InputProject } from './levelling-input.js';

/** What a levelling found, in dates. Names are put in by whoever shows it. */
export interface LevellingResult {
  readonly makespanBeforeDays: number;
  readonly makespanAfterDays: number;
  readonly finishBefore: string;
  readonly finishAfter: string;
  readonly overbookedDaysBefore: number;
  readonly overbookedDaysAfter: number;
  readonly projects: readonly ProjectOutcome[];
  readonly moves: readonly FoundMove[];
}

export interface ProjectOutcome {
  readonly projectId: string;
  readonly moves: number;
  readonly finishBefore: string;
  readonly finishAfter: string;
}

export interface FoundMove {
  readonly taskId: string;
  readonly projectId: string;
  readonly startBefore: string;
  readonly finishBefore: string;
  readonly startAfter: string;
  readonly finishAfter: string;
  readonly delayDays: number;
  readonly reason: FoundReason;
}

export interface FoundReason {
  readonly kind: 'resource' | 'link' | 'absence' | 'smoothing';
  /** Of the person or role without room. */
  readonly poolId?: string;
  readonly weekStart?: string;
  /** The task that has the room, or that is waited for. */
  readonly taskId?: string;
  readonly projectId?: string;
}

/** Makes the search's plan presentable: every task as early as it can be, or with its load evened out when that was asked. */
export function settledSchedule(
  { problem }: BuiltProblem,
  found: LevelledSchedule,
  { objective, stop }: { readonly objective: Objective; readonly stop: () => boolean },
): LevelledSchedule {
  const compiled = compileProblem(problem);
  if (objective === 'cost') return found; // earlier is not cheaper: a project that begins earlier is open for longer
  const early = leftShift(compiled, found);
  return objective === 'smooth-load' ? smoothLoad(compiled, early, stop) : early;
}

/** Sets a schedule beside the plan: which tasks move, why, and what it is good for. */
export function levellingResult(
  built: BuiltProblem,
  projects: readonly InputProject[],
  schedule: LevelledSchedule,
): LevellingResult {
  const { problem, days, places } = built;
  const planned = asPlanned(built);
  const before = lastOf(planned.finish);
  const after = lastOf(schedule.finish);
  const moves = foundMoves(built, schedule);
  const movesByProject = groupedBy(moves, ({ projectId }) => projectId);
  const rows = groupedBy(
    problem.tasks.map((task, index) => ({ task, index })).filter(({ task }) => places.has(task.id)),
    ({ task }) => task.projectId,
  );
  const finishOf = (row: number) => days.dateOf(Math.max(0, row - 1));
  return {
    makespanBeforeDays: before,
    makespanAfterDays: after,
    finishBefore: finishOf(before),
    finishAfter: finishOf(after),
    overbookedDaysBefore: overloadedSlots(problem, planned),
    overbookedDaysAfter: overloadedSlots(problem, schedule),
    projects: projects.map(({ projectId }) => {
      const own = (rows.get(projectId) ?? []).map(({ index }) => index);
      return {
        projectId,
        moves: movesByProject.get(projectId)?.length ?? 0,
        finishBefore: finishOf(lastOf(own.map((index) => planned.finish[index] as number))),
        finishAfter: finishOf(lastOf(own.map((index) => schedule.finish[index] as number))),
      };
    }),
    moves,
  };
}

function asPlanned({ problem }: BuiltProblem): LevelledSchedule {
  const start = problem.tasks.map((task) => task.fixedStart ?? task.plannedStart ?? task.release ?? 0);
  return { start, finish: start.map((from, index) => from + (problem.tasks[index]?.durationSlots ?? 0)) };
}

function foundMoves(
  { problem, days, places, projectOf }: BuiltProblem,
  schedule: LevelledSchedule,
): FoundMove[] {
  const causes = new StartCauses(compileProblem(problem), schedule);
  return problem.tasks.flatMap((task, index) => {
    const place = places.get(task.id);
    const start = schedule.start[index] as number;
    if (!place || start <= place.from) return [];
    const finish = schedule.finish[index] as number;
    const move: FoundMove = {
      taskId: task.id,
      projectId: task.projectId ?? '',
      startBefore: days.dateOf(place.from),
      finishBefore: days.dateOf(Math.max(place.from, place.to - 1)),
      startAfter: days.dateOf(start),
      finishAfter: days.dateOf(Math.max(start, finish - 1)),
      delayDays: start - place.from,
      reason: reasonOf(causes.of(index), projectOf, (slot) => weekOf(days.dateOf(slot))),
    };
    return [move];
  });
}

function reasonOf(
  cause: StartCause,
  projectOf: ReadonlyMap<string, string>,
  weekStart: (slot: number) => string,
): FoundReason {
  const whose = (taskId: string | undefined) => {
    const id = taskId?.split(' ')[0]; // marks of summaries and bookings of others carry the task's id first
    const projectId = projectOf.get(taskId ?? '');
    return { ...(id === undefined ? {} : { taskId: id }), ...(projectId === undefined ? {} : { projectId }) };
  };
  switch (cause.kind) {
    case 'link':
      return { kind: 'link', ...whose(cause.before) };
    case 'pool':
      return {
        kind: 'resource',
        poolId: cause.poolId,
        weekStart: weekStart(cause.slot),
        ...whose(cause.holders[0]),
      };
    case 'capacity':
      return { kind: 'absence', poolId: cause.poolId, weekStart: weekStart(cause.slot) };
    case 'release':
    case 'free':
      return { kind: 'smoothing' };
  }
}

function lastOf(ends: readonly number[]): number {
  return ends.reduce((last, end) => Math.max(last, end), 0);
}
