import type { Adjacency, CompiledProblem } from '../compiled-problem.js';

/** Orders of the movable tasks, made from the times of a schedule or from sort keys; buckets are kept between calls. */
export class TaskOrder {
  readonly #forward: Int32Array;
  readonly #reverse: Int32Array;
  readonly #count: Int32Array;
  readonly #placed: Uint8Array;
  readonly #problem: CompiledProblem;
  /** Where a later task may start (or end) before its predecessor, sorting by time is not enough. */
  readonly #mendsForward: boolean;
  readonly #mendsBackward: boolean;

  constructor(problem: CompiledProblem) {
    const { duration, fixedStart, predecessors, topological, size, horizon } = problem;
    this.#problem = problem;
    this.#forward = topological.filter((task) => (fixedStart[task] as number) < 0);
    this.#reverse = this.#forward.slice().reverse();
    this.#count = new Int32Array(horizon + 3);
    this.#placed = new Uint8Array(size);
    this.#mendsForward = !predecessors.weight.every((distance) => distance >= 0);
    this.#mendsBackward = !topological.every((task) => {
      for (
        let at = predecessors.first[task] as number;
        at < (predecessors.first[task + 1] as number);
        at += 1
      ) {
        const before = predecessors.task[at] as number;
        const apart = (predecessors.weight[at] as number) + (duration[task] as number);
        if (apart < (duration[before] as number)) return false;
      }
      return true;
    });
  }

  /** Movable tasks, predecessors first. */
  get topological(): Int32Array {
    return this.#forward;
  }

  /** Earliest start first. */
  byStart(start: Int32Array, order: Int32Array): void {
    this.#sort(this.#forward, start, order, 1);
    if (this.#mendsForward) this.mend(order);
  }

  /** Latest finish first. */
  byFinishDescending(finish: Int32Array, order: Int32Array): void {
    this.#sort(this.#reverse, finish, order, -1);
    if (this.#mendsBackward) this.#mend(order, this.#problem.successors);
  }

  /** Puts every task behind its predecessors and changes nothing else. */
  mend(order: Int32Array): void {
    this.#mend(order, this.#problem.predecessors);
  }

  /** Counting sort: keys are times from 0 to the horizon; equal keys keep the order of `tasks`. */
  #sort(tasks: Int32Array, key: Int32Array, order: Int32Array, direction: 1 | -1): void {
    if (tasks.length === 0) return;
    const count = this.#count;
    let most = 0;
    let least = count.length;
    for (let at = 0; at < tasks.length; at += 1) {
      const time = key[tasks[at] as number] as number;
      count[time] = (count[time] as number) + 1;
      if (time > most) most = time;
      if (time < least) least = time;
    }
    let place = 0;
    const from = direction === 1 ? least : most;
    const beyond = direction === 1 ? most + 1 : least - 1;
    for (let time = from; time !== beyond; time += direction) {
      const here = count[time] as number;
      count[time] = place;
      place += here;
    }
    for (let at = 0; at < tasks.length; at += 1) {
      const task = tasks[at] as number;
      const time = key[task] as number;
      const next = count[time] as number;
      order[next] = task;
      count[time] = next + 1;
    }
    count.fill(0, least, most + 1);
  }

  #mend(order: Int32Array, { first, task: neighbour }: Adjacency): void {
    const placed = this.#placed;
    const { fixedStart } = this.#problem;
    const wanted = order.slice();
    let next = 0;
    const place = (task: number): void => {
      placed[task] = 1;
      for (let at = first[task] as number, end = first[task + 1] as number; at < end; at += 1) {
        const other = neighbour[at] as number;
        if (placed[other] === 0 && (fixedStart[other] as number) < 0) place(other);
      }
      order[next++] = task;
    };
    for (const task of wanted) if (placed[task] === 0) place(task);
    placed.fill(0);
  }
}
