import { headsAndTails } from '../bounds/heads-and-tails.js';
import type { CompiledProblem } from '../compiled-problem.js';
import { ParallelRule } from './parallel-rule.js';
import type { Random } from './random.js';
import type { TaskOrder } from './task-order.js';

/**
 * Share of the lists that come from parallel schedule generation. 16 hard J120, one thread of 4 to 5 s, two seeds, mean above
 * the best known: 1.92 % with none of them, 1.73 % with half; with nine in ten, one seed, 1.82 % (half: 1.76 %).
 */
const PARALLEL_SHARE = 0.5;

/** Task lists to begin a search with: by the latest finish of the critical path, with chance mixed in. */
export class FirstLists {
  readonly #problem: CompiledProblem;
  readonly #orders: TaskOrder;
  readonly #random: Random;
  readonly #latestFinish: Int32Array;
  readonly #range: number;
  #parallel: ParallelRule | undefined;

  constructor(problem: CompiledProblem, orders: TaskOrder, random: Random) {
    this.#problem = problem;
    this.#orders = orders;
    this.#random = random;
    const { tail, length } = headsAndTails(problem);
    this.#latestFinish = tail.map((after) => length - after);
    this.#range = this.#latestFinish.reduce((most, slot) => Math.max(most, slot), 0);
  }

  /** The rule alone. */
  writeRule(list: Int32Array): void {
    this.#sort(list, Float64Array.from(this.#latestFinish));
  }

  /**
   * Each task up to so much of the longest path earlier or later, serial or parallel; `known` is how long a plan is that is
   * known already: a parallel plan is not looked for beyond twice of it.
   */
  writeNoisy(list: Int32Array, { noise, known }: { readonly noise: number; readonly known: number }): void {
    const range = noise * this.#range;
    const key = Float64Array.from(this.#latestFinish, (slot) => slot + range * (this.#random.next() - 0.5));
    if (this.#random.next() >= PARALLEL_SHARE) return this.#sort(list, key);
    this.#parallel ??= new ParallelRule(this.#problem, this.#orders.topological, 2 * known + 1);
    this.#parallel.order(key, list);
    this.#orders.mend(list);
  }

  #sort(list: Int32Array, key: Float64Array): void {
    list.set(this.#orders.topological);
    list.sort((a, b) => (key[a] as number) - (key[b] as number));
    this.#orders.mend(list);
  }
}
