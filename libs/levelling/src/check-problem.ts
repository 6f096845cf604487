import { Refusal } from '@meridian/refusal';
import type { LevellingProblem } from './problem.js';

/** Refuses a problem that no plan could answer, and says where. */
export function checkProblem(problem: LevellingProblem): void {
  const { tasks, pools } = problem;
  const taskIds = distinctIds('task', tasks);
  const poolIds = distinctIds('pool', pools);
  const calendarIds = distinctIds('calendar', problem.calendars ?? []);
  const projectIds = distinctIds('project', problem.projects ?? []);
  distinctIds('person', problem.people ?? []);
  for (const { from, to, lagSlots } of problem.links) {
    known('task', from, taskIds);
    known('task', to, taskIds);
    wholeSlots(`lag of the link ${from} to ${to}`, lagSlots ?? 0, -Infinity);
  }
  for (const task of tasks) {
    wholeSlots(`duration of ${task.id}`, task.durationSlots, 0);
    wholeSlots(`release of ${task.id}`, task.release ?? 0, 0);
    wholeSlots(`fixed start of ${task.id}`, task.fixedStart ?? 0, 0);
    if (task.calendarId !== undefined) known('calendar', task.calendarId, calendarIds);
    if (task.projectId !== undefined && problem.projects) known('project', task.projectId, projectIds);
    for (const { poolId, units } of task.needs) {
      known('pool', poolId, poolIds);
      wholeSlots(`need of ${task.id} for ${poolId}`, units, 0);
    }
  }
  for (const pool of pools) wholeSlots(`capacity of ${pool.id}`, pool.capacity, 0);
  checkCapacity(problem);
  checkRoles(problem);
}

/** What a task needs at once it must be able to get in the long run; fixed work has what it has. */
function checkCapacity({ tasks, pools }: LevellingProblem): void {
  const lasting = new Map(pools.map((pool) => [pool.id, pool.changes?.at(-1)?.capacity ?? pool.capacity]));
  for (const { id, needs, fixedStart, durationSlots } of tasks) {
    if (fixedStart !== undefined || durationSlots === 0) continue;
    const units = new Map<string, number>();
    for (const need of needs) units.set(need.poolId, (units.get(need.poolId) ?? 0) + need.units);
    for (const [poolId, needed] of units) {
      const capacity = lasting.get(poolId) ?? 0;
      if (needed <= capacity) continue;
      throw new Refusal(
        'levelling/need-above-capacity',
        `${id} needs ${needed} of ${poolId}, which lastingly has ${capacity}; enlarge the pool or divide the task.`,
        { kind: 'unprocessable', details: { taskId: id, poolId, needed, capacity } },
      );
    }
  }
}

function checkRoles({ tasks, people = [] }: LevellingProblem): void {
  for (const { id, roles } of tasks) {
    for (const { roleId, people: asked, level = 1 } of roles ?? []) {
      wholeSlots(`people of ${id} for ${roleId}`, asked, 0);
      const able = people.filter(({ skills }) => skills.some((s) => s.roleId === roleId && s.level >= level));
      if (able.length >= asked) continue;
      throw new Refusal(
        'levelling/too-few-people',
        `${id} asks for ${asked} people as ${roleId} at level ${level}; there are ${able.length}.`,
        { kind: 'unprocessable', details: { taskId: id, roleId, level, asked, able: able.length } },
      );
    }
  }
}

function distinctIds(kind: string, things: readonly { readonly id: string }[]): Set<string> {
  const ids = new Set<string>();
  for (const { id } of things) {
    if (ids.has(id))
      throw new Refusal('levelling/duplicate-id', `There are two ${kind}s with the id "${id}".`, {
        kind: 'unprocessable',
      });
    ids.add(id);
  }
  return ids;
}

function known(kind: string, id: string, ids: ReadonlySet<string>): void {
  if (ids.has(id)) return;
  throw new Refusal('levelling/unknown-id', `There is no ${kind} with the id "${id}".`, {
    kind: 'unprocessable',
  });
}

function wholeSlots(what: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  const allowed = least === 0 ? 'a whole number from 0' : 'a whole number';
  throw new Refusal('levelling/not-whole', `The ${what} is ${value}; it must be ${allowed}.`, {
    kind: 'unprocessable',
  });
}
