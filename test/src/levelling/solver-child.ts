import type { LevelledSchedule, LevellingProblem } from '@meridian/levelling';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(
  new URL('../../../apps/resourcing/dist/levelling/solver-process.js', import.meta.url),
);

/** What resourcing's solver is asked; its own contract is in apps/resourcing/src/levelling. */
export interface ChildOptions {
  readonly deadlineMs: number;
  readonly proofDeadlineMs: number;
  readonly seed: number;
  readonly clock: 'wall' | 'cpu';
}

export interface ChildAnswer {
  readonly schedule: LevelledSchedule;
  readonly makespan: number;
  readonly lowerBound: number;
  readonly isOptimal: boolean;
  readonly closedAfterMs?: number;
  readonly schedules: number;
  readonly tookMs: number;
  readonly residentMb: number;
}

type Reply =
  | { readonly kind: 'started' }
  | {
      readonly kind: 'solved';
      readonly answer: Omit<ChildAnswer, 'tookMs' | 'residentMb'>;
      readonly tookMs: number;
      readonly residentMb: number;
    }
  | { readonly kind: 'failed'; readonly sentence: string };

/** The solver of resourcing in a process of its own, warm between problems as it is in the service. */
export class SolverChild {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(threads: number): Promise<SolverChild> {
    const child = fork(PROGRAM, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    const solver = new SolverChild(child);
    await solver.#ask({ kind: 'start', threads });
    return solver;
  }

  async solve(problem: LevellingProblem, options: ChildOptions): Promise<ChildAnswer> {
    const reply = await this.#ask({ kind: 'solve', problem, options });
    if (reply.kind === 'failed') throw new Error(reply.sentence);
    if (reply.kind === 'started') throw new Error('The solver answered another question.');
    return { ...reply.answer, tookMs: reply.tookMs, residentMb: reply.residentMb };
  }

  async #ask(question: object): Promise<Reply> {
    const ended = new AbortController();
    const answered = once(this.#child, 'message', { signal: ended.signal }) as Promise<[Reply]>;
    const left = once(this.#child, 'exit', { signal: ended.signal }).then(([code]): never => {
      throw new Error(`The solver's process ended with ${String(code)}.`);
    });
    left.catch(() => undefined);
    this.#child.send(question);
    const [reply] = await Promise.race([answered, left]);
    ended.abort();
    return reply;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}
