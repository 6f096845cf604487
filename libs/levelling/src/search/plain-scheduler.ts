import type { CompiledProblem } from '../compiled-problem.js';
import { fixedEnd } from './list-scheduler.js';
import type { ListScheduler } from './list-scheduler.js';

/**
 * Serial schedule generation (Kolisch 1996) for problems whose capacity fits one word per slot: placing a task reads
 * and writes one number per slot, whatever the number of pools in it.
 *
 * A window is searched from its far end: a slot that is too full moves the window past it at once, and slots found
 * free are not looked at again.
 */
export class PlainScheduler implements ListScheduler {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly #problem: CompiledProblem;
  readonly #fixedEnd: number;
  readonly #need: Int32Array;
  readonly #guard: number;
  readonly #profile: Int32Array;
  readonly #base: Int32Array;
  #touched: number;

  constructor(problem: CompiledProblem) {
    this.#problem = problem;
    this.start = Int32Array.from(problem.fixedStart);
    this.finish = problem.fixedStart.map((start, task) => start + (problem.duration[task] as number));
    this.#fixedEnd = fixedEnd(problem);
    this.#need = new Int32Array(problem.size);
    const { first, need } = problem.needs;
    for (let task = 0; task < problem.size; task += 1)
      if ((first[task] as number) < (first[task + 1] as number))
        this.#need[task] = need[first[task] as number] as number;
    this.#guard = problem.lanes.guard[0] ?? 0;
    const base = problem.baseProfile[0] ?? new Int32Array(1);
    this.#base = new Int32Array(problem.horizon + 2).fill(base.at(-1) as number);
    this.#base.set(base);
    this.#profile = this.#base.slice();
    this.#touched = 0;
  }

  forward(order: Int32Array): number {
    const { duration, release, predecessors } = this.#problem;
    const { first, task: before, weight } = predecessors;
    const { start, finish } = this;
    const need = this.#need;
    const guard = this.#guard;
    const profile = this.#profile;
    this.#clear();
    let makespan = this.#fixedEnd;
    for (let at = 0; at < order.length; at += 1) {
      const task = order[at] as number;
      let s = release[task] as number;
      for (let link = first[task] as number, end = first[task + 1] as number; link < end; link += 1) {
        const earliest = (start[before[link] as number] as number) + (weight[link] as number);
        if (earliest > s) s = earliest;
      }
      const d = duration[task] as number;
      let end = s + d;
      const units = need[task] as number;
      if (units !== 0) {
        let slot = end - 1;
        let unseen = s;
        while (slot >= unseen) {
          if ((((profile[slot] as number) - units) & guard) !== guard) {
            s = slot + 1;
            unseen = end;
            end = s + d;
            slot = end;
          }
          slot -= 1;
        }
        for (let used = s; used < end; used += 1) profile[used] = (profile[used] as number) - units;
      }
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
    const need = this.#need;
    const guard = this.#guard;
    const profile = this.#profile;
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
      const units = need[task] as number;
      if (units !== 0) {
        let end = s + d;
        let slot = s;
        let unseen = end;
        while (slot < unseen) {
          if (slot < 0) return slot; // no room before slot 0: the order does not fit into the horizon
          if ((((profile[slot] as number) - units) & guard) !== guard) {
            end = slot;
            unseen = s;
            s = end - d;
            slot = s - 1;
          }
          slot += 1;
        }
        for (let used = s; used < end; used += 1) profile[used] = (profile[used] as number) - units;
      }
      start[task] = s;
      finish[task] = s + d;
      if (s < earliest) earliest = s;
    }
    this.#touched = horizon;
    return earliest;
  }

  #clear(): void {
    this.#profile.set(this.#base.subarray(0, this.#touched + 1));
    this.#touched = this.#profile.length - 1;
  }
}
