import type { Lanes } from './compiled-problem.js';
import { openSlotsById } from './open-slots.js';
import { indexById } from './pack-pools.js';
import type { LevellingProblem } from './problem.js';

/** Free capacity of each pool packed into words, guard bits set. */
export function packFreeCapacity(freeByPool: readonly Int32Array[], lanes: Lanes): Int32Array[] {
  const words = Array.from(lanes.guard, (guard) => new Int32Array(freeByPool[0]?.length ?? 1).fill(guard));
  freeByPool.forEach((row, pool) => {
    const word = words[lanes.wordOf[pool] as number];
    if (word === undefined) return;
    const shift = lanes.shiftOf[pool] as number;
    row.forEach((free, slot) => {
      word[slot] = (word[slot] as number) + (free << shift);
    });
  });
  return words;
}

/**
 * What is free of each pool before anything movable is placed, up to the last moment at which it changes: the last
 * capacity change and the end of fixed work. The last slot's value holds for ever. Where fixed work takes more than
 * there is, nothing is left; more than is asked of a pool is not counted.
 */
export function freeCapacity(problem: LevellingProblem, asked: readonly number[]): Int32Array[] {
  const length = 1 + lastChange(problem);
  const rows = problem.pools.map(({ capacity, changes }, pool) => {
    const most = asked[pool] as number;
    const row = new Int32Array(length).fill(Math.min(capacity, most));
    for (const change of changes ?? []) row.fill(Math.min(change.capacity, most), change.from);
    return row;
  });
  const poolIndex = indexById(problem.pools);
  const openSlots = openSlotsById(problem.calendars);
  for (const { fixedStart, durationSlots, calendarId, needs } of problem.tasks) {
    if (fixedStart === undefined) continue;
    const open = openSlots(calendarId);
    for (let worked = 0; worked < durationSlots; worked += 1) {
      const slot = open.at(open.before(fixedStart) + worked);
      for (const { poolId, units } of needs) {
        const row = rows[poolIndex.get(poolId) as number] as Int32Array;
        row[slot] = (row[slot] as number) - units;
      }
    }
  }
  return rows.map((row) => row.map((free) => Math.max(0, free)));
}

function lastChange(problem: LevellingProblem): number {
  const openSlots = openSlotsById(problem.calendars);
  let last = 0;
  for (const { changes } of problem.pools) last = Math.max(last, changes?.at(-1)?.from ?? 0);
  for (const { fixedStart, durationSlots, calendarId } of problem.tasks) {
    if (fixedStart === undefined) continue;
    const open = openSlots(calendarId);
    last = Math.max(last, open.finish(open.from(fixedStart), durationSlots));
  }
  return last;
}
