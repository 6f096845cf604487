import type { CompiledProblem } from '../compiled-problem.js';
import { poolLoads } from '../pool-load.js';
import type { PoolLoad } from '../pool-load.js';
import type { LevelledSchedule } from '../schedule.js';

/** A task tried at no more starts than this: long floats change little after that. */
const MOST_STARTS = 400;
const MOST_ROUNDS = 20;

/**
 * Moves tasks within their float, from the last to the first, to where the sum of the squares of the loads is least, and
 * again until nothing moves (Burgess and Killebrew 1962). The last finish, links and capacity stay as they are. Only for
 * plain problems.
 */
export function smoothLoad(
  compiled: CompiledProblem,
  schedule: LevelledSchedule,
  stop: () => boolean,
): LevelledSchedule {
  const start = Int32Array.from(schedule.start);
  const loads = poolLoads(compiled.problem, schedule);
  const last = schedule.finish.reduce((latest, end) => Math.max(latest, end), 0);
  const latestFirst = compiled.topological.slice().reverse();
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS && !stop(); round += 1) {
    moved = false;
    for (const task of latestFirst) {
      if ((compiled.fixedStart[task] as number) >= 0 || compiled.duration[task] === 0) continue;
      const better = bestStart(compiled, task, { start, loads, last });
      if (better === start[task]) continue;
      start[task] = better;
      moved = true;
    }
  }
  return {
    start: [...start],
    finish: Array.from(start, (slot, task) => slot + (compiled.duration[task] as number)),
  };
}

interface Board {
  readonly start: Int32Array;
  readonly loads: ReadonlyMap<string, PoolLoad>;
  readonly last: number;
}

/** Takes the task off the board, finds its best place and puts it there. */
function bestStart(compiled: CompiledProblem, task: number, board: Board): number {
  const { start, loads } = board;
  const held = start[task] as number;
  const duration = compiled.duration[task] as number;
  const needs = (compiled.problem.tasks[task]?.needs ?? []).flatMap(({ poolId, units }) => {
    const load = loads.get(poolId);
    return load && units > 0 ? [{ ...load, units }] : [];
  });
  const put = (from: number, sign: 1 | -1) => {
    for (const { used, units } of needs)
      for (let slot = from; slot < from + duration; slot += 1)
        used[slot] = (used[slot] as number) + sign * units;
  };
  put(held, -1);
  const { earliest, latest } = room(compiled, task, board);
  let best = held;
  let least = Infinity;
  for (let from = earliest; from <= Math.min(latest, earliest + MOST_STARTS); from += 1) {
    const added = addedSquares(needs, from, duration);
    // Where nothing is gained, a task stays; among equals the earliest is taken.
    if (added < least || (added === least && from === held)) {
      least = added;
      best = from;
    }
  }
  put(best, 1);
  return best;
}

/** What the squares of the loads grow by: 2 × load × units in each slot, and a constant. Infinity where there is no room. */
function addedSquares(
  needs: readonly (PoolLoad & { units: number })[],
  from: number,
  duration: number,
): number {
  let added = 0;
  for (const { used, capacity, units } of needs)
    for (let slot = from; slot < from + duration; slot += 1) {
      const load = used[slot] as number;
      if (load + units > (capacity[slot] as number)) return Infinity;
      added += load * units;
    }
  return added;
}

function room({ release, duration, predecessors, successors }: CompiledProblem, task: number, board: Board) {
  const { start, last } = board;
  let earliest = release[task] as number;
  for (let at = predecessors.first[task] as number; at < (predecessors.first[task + 1] as number); at += 1) {
    const other = predecessors.task[at] as number;
    earliest = Math.max(earliest, (start[other] as number) + (predecessors.weight[at] as number));
  }
  let latest = last - (duration[task] as number);
  for (let at = successors.first[task] as number; at < (successors.first[task + 1] as number); at += 1) {
    const other = successors.task[at] as number;
    latest = Math.min(latest, (start[other] as number) - (successors.weight[at] as number));
  }
  return { earliest, latest };
}
