import type { CompiledProblem } from '../compiled-problem.js';
import { indexById } from '../pack-pools.js';

/** The movable work that one pool must do. */
export interface PoolWork {
  readonly tasks: readonly number[];
  /** Units by place in `tasks`. */
  readonly units: readonly number[];
  /** Units free in each slot before any of this work; the last one holds for ever. */
  readonly row: Int32Array;
  readonly free: FreeEnergy;
}

/** Movable work by pool, of the pools that can be short. */
export function workByPool({
  problem,
  duration,
  fixedStart,
  lanes,
  freeByPool,
}: CompiledProblem): PoolWork[] {
  const poolIndex = indexById(problem.pools);
  const work = problem.pools.map(() => ({ tasks: [] as number[], units: [] as number[] }));
  problem.tasks.forEach(({ needs }, task) => {
    if ((fixedStart[task] as number) >= 0 || duration[task] === 0) return;
    for (const { poolId, units } of needs) {
      const of = work[poolIndex.get(poolId) as number];
      if (units === 0 || of === undefined) continue;
      of.tasks.push(task);
      of.units.push(units);
    }
  });
  return work
    .map((of, pool) => ({ ...of, pool }))
    .filter(({ pool, tasks }) => tasks.length > 0 && (lanes.wordOf[pool] as number) >= 0)
    .map(({ pool, ...of }) => {
      const row = freeByPool[pool] as Int32Array;
      return { ...of, row, free: new FreeEnergy(row) };
    });
}

/** Units times slots that a pool can still give. */
export class FreeEnergy {
  readonly #before: Float64Array;
  readonly #last: number;

  constructor(free: Int32Array) {
    this.#before = new Float64Array(free.length + 1);
    free.forEach((units, slot) => {
      this.#before[slot + 1] = (this.#before[slot] as number) + units;
    });
    this.#last = free.at(-1) ?? 0;
  }

  /** What the pool can give from slot 0 to before this one. */
  before(slot: number): number {
    const known = this.#before.length - 1;
    return slot <= known
      ? (this.#before[slot] as number)
      : (this.#before[known] as number) + (slot - known) * this.#last;
  }

  /** The first slot by which this much can have been given since `from`. */
  given(energy: number, from: number): number {
    const known = this.#before.length - 1;
    const target = this.before(from) + energy;
    const all = this.#before[known] as number;
    if (target > all)
      return Math.max(from, known) + Math.ceil((target - Math.max(all, this.before(from))) / this.#last);
    let low = from;
    let high = known;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#before[middle] as number) >= target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
