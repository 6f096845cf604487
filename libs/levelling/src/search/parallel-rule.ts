import type { CompiledProblem } from '../compiled-problem.js';

/**
 * Parallel schedule generation (Kolisch 1996): slot by slot, whatever may start there and has room does, the smallest key
 * first. Such plans let no pool stand idle while somebody waits for it. They are not always the best ones, but where pools
 * are scarce and many projects compete they are better to begin with than those of the serial scheme.
 */
export class ParallelRule {
  readonly #problem: CompiledProblem;
  readonly #movable: Int32Array;
  readonly #length: number;
  readonly #base: readonly Int32Array[];
  readonly #profile: readonly Int32Array[];
  /** Slots in which something ends, arrives or changes: only there can work begin. */
  readonly #eventful: Uint8Array;
  readonly #arrivals: Arrivals;
  readonly #unplaced: Int32Array;
  readonly #earliest: Int32Array;
  #eligible: number[] = [];

  /** `movable` tasks with predecessors first; nothing is started at or after slot `length`. */
  constructor(problem: CompiledProblem, movable: Int32Array, length: number) {
    this.#problem = problem;
    this.#movable = movable;
    this.#length = length;
    this.#base = problem.baseProfile.map((row) => lengthened(row, length + longestTask(problem)));
    this.#profile = this.#base.map((row) => row.slice());
    this.#eventful = new Uint8Array(length);
    this.#arrivals = arrivalsOf(problem, movable);
    this.#unplaced = this.#arrivals.unplaced.slice();
    this.#earliest = this.#arrivals.earliest.slice();
  }

  /** Writes the movable tasks in the order in which they start; those left at the end stand last, by key. */
  order(key: Float64Array, order: Int32Array): void {
    this.#begin();
    for (const task of this.#movable) if (this.#unplaced[task] === 0) this.#arrive(task, key);
    let placed = 0;
    for (let slot = 0; slot < this.#length && placed < order.length; slot += 1) {
      if (this.#eventful[slot] === 0) continue;
      for (let at = 0; at < this.#eligible.length; at += 1) {
        const task = this.#eligible[at] as number;
        if ((this.#earliest[task] as number) > slot || !this.#fits(task, slot)) continue;
        this.#eligible.splice(at, 1);
        order[placed++] = task;
        this.#take(task, slot);
        // what follows in the same slot may stand before this place
        at = this.#release(task, slot, key) ? -1 : at - 1;
      }
    }
    if (placed < order.length) this.#append(order, placed, key);
  }

  #begin(): void {
    this.#unplaced.set(this.#arrivals.unplaced);
    this.#earliest.set(this.#arrivals.earliest);
    this.#eligible = [];
    this.#eventful.fill(0);
    this.#profile.forEach((row, word) => row.set(this.#base[word] as Int32Array));
    for (const row of this.#problem.baseProfile)
      for (let slot = 1; slot < Math.min(row.length, this.#length); slot += 1)
        if (row[slot] !== row[slot - 1]) this.#eventful[slot] = 1;
  }

  #arrive(task: number, key: Float64Array): void {
    const eligible = this.#eligible;
    let low = 0;
    let high = eligible.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((key[eligible[middle] as number] as number) <= (key[task] as number)) low = middle + 1;
      else high = middle;
    }
    eligible.splice(low, 0, task);
    this.#eventful[this.#earliest[task] as number] = 1;
  }

  #fits(task: number, slot: number): boolean {
    const { duration, lanes, needs } = this.#problem;
    const end = slot + (duration[task] as number);
    for (let at = needs.first[task] as number; at < (needs.first[task + 1] as number); at += 1) {
      const word = needs.word[at] as number;
      const row = this.#profile[word] as Int32Array;
      const guard = lanes.guard[word] as number;
      const units = needs.need[at] as number;
      for (let used = slot; used < end; used += 1)
        if ((((row[used] as number) - units) & guard) !== guard) return false;
    }
    return true;
  }

  #take(task: number, slot: number): void {
    const { duration, needs } = this.#problem;
    const end = slot + (duration[task] as number);
    for (let at = needs.first[task] as number; at < (needs.first[task + 1] as number); at += 1) {
      const row = this.#profile[needs.word[at] as number] as Int32Array;
      const units = needs.need[at] as number;
      for (let used = slot; used < end; used += 1) row[used] = (row[used] as number) - units;
    }
    if (end < this.#length) this.#eventful[end] = 1;
  }

  /** Answers whether a follower may start in this very slot. */
  #release(task: number, slot: number, key: Float64Array): boolean {
    const { successors, fixedStart } = this.#problem;
    let isNow = false;
    for (let at = successors.first[task] as number; at < (successors.first[task + 1] as number); at += 1) {
      const after = successors.task[at] as number;
      if ((fixedStart[after] as number) >= 0) continue;
      const earliest = Math.max(this.#earliest[after] as number, slot + (successors.weight[at] as number));
      this.#earliest[after] = earliest;
      const left = (this.#unplaced[after] as number) - 1;
      this.#unplaced[after] = left;
      if (left > 0) continue;
      this.#arrive(after, key);
      isNow ||= earliest <= slot;
    }
    return isNow;
  }

  #append(order: Int32Array, placed: number, key: Float64Array): void {
    const known = new Set(order.subarray(0, placed));
    const rest = this.#movable.filter((task) => !known.has(task));
    order.set(
      rest.sort((a, b) => (key[a] as number) - (key[b] as number)),
      placed,
    );
  }
}

interface Arrivals {
  /** Movable predecessors of each task. */
  readonly unplaced: Int32Array;
  /** Its earliest start by its release and by fixed work. */
  readonly earliest: Int32Array;
}

function arrivalsOf({ release, fixedStart, predecessors }: CompiledProblem, movable: Int32Array): Arrivals {
  const unplaced = new Int32Array(release.length);
  const earliest = release.slice();
  for (const task of movable)
    for (
      let at = predecessors.first[task] as number;
      at < (predecessors.first[task + 1] as number);
      at += 1
    ) {
      const before = fixedStart[predecessors.task[at] as number] as number;
      if (before < 0) unplaced[task] = (unplaced[task] as number) + 1;
      else earliest[task] = Math.max(earliest[task] as number, before + (predecessors.weight[at] as number));
    }
  return { unplaced, earliest };
}

function longestTask({ duration }: CompiledProblem): number {
  return duration.reduce((longest, slots) => Math.max(longest, slots), 0);
}

function lengthened(row: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length).fill(row.at(-1) as number);
  longer.set(row.subarray(0, length));
  return longer;
}
