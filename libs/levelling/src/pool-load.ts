import { openSlotsById } from './open-slots.js';
import type { LevellingProblem, Pool } from './problem.js';
import { makespanOf } from './schedule.js';
import type { LevelledSchedule } from './schedule.js';

/** Units in use and units there are, by slot, of one pool. */
export interface PoolLoad {
  readonly pool: Pool;
  readonly used: Int32Array;
  readonly capacity: Int32Array;
}

/** What a schedule uses of each pool up to its last finish, by id of the pool. */
export function poolLoads(problem: LevellingProblem, schedule: LevelledSchedule): Map<string, PoolLoad> {
  const length = makespanOf(schedule) + 1;
  const loads = new Map(
    problem.pools.map((pool) => [
      pool.id,
      { pool, used: new Int32Array(length), capacity: capacityBySlot(pool, length) },
    ]),
  );
  problem.tasks.forEach((task, index) =>
    eachWorkedSlot(problem, schedule, index, (slot) => {
      for (const { poolId, units } of task.needs) {
        const used = loads.get(poolId)?.used;
        if (used) used[slot] = (used[slot] as number) + units;
      }
    }),
  );
  return loads;
}

/** Slots in which more is used of a pool than there is, summed over all pools. */
export function overloadedSlots(problem: LevellingProblem, schedule: LevelledSchedule): number {
  let count = 0;
  for (const { used, capacity } of poolLoads(problem, schedule).values())
    used.forEach((units, slot) => {
      if (units > (capacity[slot] as number)) count += 1;
    });
  return count;
}

function capacityBySlot({ capacity, changes = [] }: Pool, length: number): Int32Array {
  const slots = new Int32Array(length).fill(capacity);
  for (const change of changes) slots.fill(change.capacity, change.from);
  return slots;
}

function eachWorkedSlot(
  { tasks, calendars }: LevellingProblem,
  { start, finish }: LevelledSchedule,
  index: number,
  see: (slot: number) => void,
): void {
  const from = start[index] as number;
  const to = finish[index] as number;
  const { calendarId } = tasks[index] ?? {};
  if (calendarId === undefined) {
    for (let slot = from; slot < to; slot += 1) see(slot);
    return;
  }
  const open = openSlotsById(calendars)(calendarId);
  for (let number = open.before(from); open.at(number) < to; number += 1) see(open.at(number));
}
