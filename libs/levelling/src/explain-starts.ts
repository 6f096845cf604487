import type { CompiledProblem } from './compiled-problem.js';
import { poolLoads } from './pool-load.js';
import type { PoolLoad } from './pool-load.js';
import type { LevelledSchedule } from './schedule.js';

/** What keeps a task from starting one slot earlier. */
export type StartCause =
  /** It waits for this task. */
  | { readonly kind: 'link'; readonly before: string }
  /** Others have what it needs in that slot. */
  | {
      readonly kind: 'pool';
      readonly poolId: string;
      readonly slot: number;
      readonly holders: readonly string[];
    }
  /** There is too little of the pool in that slot, whoever has it. */
  | { readonly kind: 'capacity'; readonly poolId: string; readonly slot: number }
  | { readonly kind: 'release' }
  /** Nothing: it could. */
  | { readonly kind: 'free' };

/**
 * Why tasks start when they do, each by the slot before its start: a task that runs without interruption and could not
 * have that slot could not start there. Links are named before pools: the task before has a cause of its own.
 */
export class StartCauses {
  readonly #problem: CompiledProblem;
  readonly #schedule: LevelledSchedule;
  readonly #loads: Map<string, PoolLoad>;
  /** By pool: the tasks that need it. */
  readonly #users = new Map<string, number[]>();

  constructor(compiled: CompiledProblem, schedule: LevelledSchedule) {
    this.#problem = compiled;
    this.#schedule = schedule;
    this.#loads = poolLoads(compiled.problem, schedule);
    compiled.problem.tasks.forEach(({ needs }, task) => {
      for (const { poolId, units } of needs) {
        if (units === 0) continue;
        const users = this.#users.get(poolId);
        if (users) users.push(task);
        else this.#users.set(poolId, [task]);
      }
    });
  }

  /** Of the task at this place in the problem. */
  of(task: number): StartCause {
    const start = this.#schedule.start[task] as number;
    const { release, problem } = this.#problem;
    if (start <= (release[task] as number)) return { kind: 'release' };
    const before = this.#bindingPredecessor(task, start);
    if (before !== undefined) return { kind: 'link', before: problem.tasks[before]?.id ?? '' };
    const slot = start - 1;
    for (const { poolId, units } of problem.tasks[task]?.needs ?? []) {
      const load = this.#loads.get(poolId);
      if (!load || units === 0) continue;
      const capacity = load.capacity[slot] as number;
      if (units > capacity) return { kind: 'capacity', poolId, slot };
      if ((load.used[slot] as number) + units > capacity)
        return { kind: 'pool', poolId, slot, holders: this.#holders(poolId, slot) };
    }
    return { kind: 'free' };
  }

  #bindingPredecessor(task: number, start: number): number | undefined {
    const { first, task: before, weight } = this.#problem.predecessors;
    for (let at = first[task] as number; at < (first[task + 1] as number); at += 1) {
      const earlier = before[at] as number;
      if ((this.#schedule.start[earlier] as number) + (weight[at] as number) >= start) return earlier;
    }
    return undefined;
  }

  #holders(poolId: string, slot: number): string[] {
    const { start, finish } = this.#schedule;
    const running = (this.#users.get(poolId) ?? []).filter(
      (task) => (start[task] as number) <= slot && slot < (finish[task] as number),
    );
    return running.map((task) => this.#problem.problem.tasks[task]?.id ?? '');
  }
}
