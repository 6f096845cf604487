import type { CompiledProblem } from '../compiled-problem.js';
import { fixedEnd } from './list-scheduler.js';
import type { ListScheduler } from './list-scheduler.js';

/**
 * The same as PlainScheduler for capacity that takes several words: a task reads and writes only the words in which it
 * needs something, and the profile grows with the plan, so that two hundred pools cost no more than one each.
 */
export class WideScheduler implements ListScheduler {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly #problem: CompiledProblem;
  readonly #fixedEnd: number;
  readonly #profile: Int32Array[];
  #length: number;
  #touched = 0;

  constructor(problem: CompiledProblem) {
    this.#problem = problem;
    this.start = Int32Array.from(problem.fixedStart);
    this.finish = problem.fixedStart.map((start, task) => start + (problem.duration[task] as number));
    this.#fixedEnd = fixedEnd(problem);
    this.#length = Math.max(1_024, ...problem.baseProfile.map(({ length }) => length));
    this.#profile = problem.baseProfile.map((base) => stretched(base, base, this.#length));
  }

  forward(order: Int32Array): number {
    const { duration, release, predecessors } = this.#problem;
    const { first, task: before, weight } = predecessors;
    const { start, finish } = this;
    this.#clear();
    let makespan = this.#fixedEnd;
    for (let at = 0; at < order.length; at += 1) {
      const task = order[at] as number;
      let s = release[task] as number;
      for (let link = first[task] as number, end = first[task + 1] as number; link < end; link += 1) {
        const earliest = (start[before[link] as number] as number) + (weight[link] as number);
        if (earliest > s) s = earliest;
      }
      s = this.#earliestFit(task, s);
      const end = s + (duration[task] as number);
      this.#take(task, s, end);
      start[task] = s;
      finish[task] = end;
      if (end > makespan) makespan = end;
    }
    this.#touched = makespan;
    return makespan;
  }

  backward(order: Int32Array, horizon: number): number {
    const { duration, successors } = this.#problem;
    const { first, task: after, weight } = successors;
    const { start, finish } = this;
    this.#clear();
    let earliest = horizon;
    for (let at = 0; at < order.length; at += 1) {
      const task = order[at] as number;
      const d = duration[task] as number;
      let s = horizon - d;
      for (let link = first[task] as number, end = first[task + 1] as number; link < end; link += 1) {
        const latest = (start[after[link] as number] as number) - (weight[link] as number);
        if (latest < s) s = latest;
      }
      s = this.#latestFit(task, s);
      if (s < 0) return s; // no room before slot 0: the order does not fit into the horizon
      this.#take(task, s, s + d);
      start[task] = s;
      finish[task] = s + d;
      if (s < earliest) earliest = s;
    }
    this.#touched = horizon;
    return earliest;
  }

  /** The first start from `s` at which every word the task needs has enough in all of its slots. */
  #earliestFit(task: number, s: number): number {
    const { duration, lanes, needs } = this.#problem;
    const d = duration[task] as number;
    const from = needs.first[task] as number;
    const to = needs.first[task + 1] as number;
    let fits = 0; // words in a row that fit at this start
    this.#reach(s + d);
    for (let at = from; fits < to - from; at = at + 1 < to ? at + 1 : from) {
      const word = needs.word[at] as number;
      const profile = this.#profile[word] as Int32Array;
      const guard = lanes.guard[word] as number;
      const units = needs.need[at] as number;
      let moved = false;
      let unseen = s;
      let slot = s + d - 1;
      while (slot >= unseen) {
        if ((((profile[slot] as number) - units) & guard) !== guard) {
          unseen = s + d;
          s = slot + 1;
          slot = s + d;
          moved = true;
          if (slot > this.#length) {
            this.#reach(slot);
            return this.#earliestFit(task, s);
          }
        }
        slot -= 1;
      }
      fits = moved ? 1 : fits + 1;
    }
    return s;
  }

  #latestFit(task: number, s: number): number {
    const { duration, lanes, needs } = this.#problem;
    const d = duration[task] as number;
    const from = needs.first[task] as number;
    const to = needs.first[task + 1] as number;
    let fits = 0;
    for (let at = from; fits < to - from; at = at + 1 < to ? at + 1 : from) {
      const word = needs.word[at] as number;
      const profile = this.#profile[word] as Int32Array;
      const guard = lanes.guard[word] as number;
      const units = needs.need[at] as number;
      let moved = false;
      let unseen = s + d;
      let slot = s;
      while (slot < unseen) {
        if (slot < 0) return -1;
        if ((((profile[slot] as number) - units) & guard) !== guard) {
          unseen = s;
          s = slot - d;
          slot = s - 1;
          moved = true;
        }
        slot += 1;
      }
      fits = moved ? 1 : fits + 1;
    }
    return s;
  }

  #take(task: number, s: number, end: number): void {
    const { needs } = this.#problem;
    for (let at = needs.first[task] as number; at < (needs.first[task + 1] as number); at += 1) {
      const profile = this.#profile[needs.word[at] as number] as Int32Array;
      const units = needs.need[at] as number;
      for (let slot = s; slot < end; slot += 1) profile[slot] = (profile[slot] as number) - units;
    }
  }

  #clear(): void {
    const end = Math.min(this.#touched + 1, this.#length);
    this.#problem.baseProfile.forEach((base, word) => {
      const profile = this.#profile[word] as Int32Array;
      profile.set(base.subarray(0, Math.min(base.length, end)));
      if (base.length < end) profile.fill(base.at(-1) as number, base.length, end);
    });
    this.#touched = this.#length;
  }

  #reach(end: number): void {
    if (end <= this.#length) return;
    this.#length = 2 * end;
    this.#problem.baseProfile.forEach((base, word) => {
      this.#profile[word] = stretched(this.#profile[word] as Int32Array, base, this.#length);
    });
  }
}

/** A longer copy; what was not there yet is as free as the base says. */
function stretched(row: Int32Array, base: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length).fill(base.at(-1) as number);
  longer.set(base.subarray(0, length));
  longer.set(row.subarray(0, length));
  return longer;
}
