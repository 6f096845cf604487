import { availableParallelism } from 'node:os';
import { compileProblem } from '@meridian/levelling';
import type { LevellingProblem } from '@meridian/levelling';
import { IslandPool } from './island-pool.js';
import type { LevelledAnswer, SolveOptions } from './levelled-answer.js';
import { LevellingRun } from './levelling-run.js';

export interface SolverSettings {
  /** Islands that search at once; as many as the machine has cores unless told. */
  readonly threads?: number;
}

/**
 * Levels a problem in the time given: islands search with different seeds and exchange their best plan; one first looks
 * for a lower bound and later makes room for the prover. Every plan told of has passed the independent checker.
 */
export class ScheduleSolver {
  readonly #islands = new IslandPool();
  readonly #threads: number;

  constructor({ threads = availableParallelism() }: SolverSettings = {}) {
    this.#threads = Math.max(1, threads);
  }

  /** @throws Refusal `levelling/...` for a problem that cannot be (see compileProblem). */
  async solve(problem: LevellingProblem, options: SolveOptions): Promise<LevelledAnswer> {
    return new LevellingRun(compileProblem(problem), options).answer(this.#islands, this.#threads);
  }

  close(): Promise<void> {
    return this.#islands.close();
  }
}
