import { Worker } from 'node:worker_threads';
import type { SolverAnswer, SolverTask } from './solver-task.js';

/** What a thread gets beyond its own limit before it is ended: loading the solver, and handing over what it found. */
const GRACE_MS = 2_000;

/**
 * Solves in a thread of its own, which is ended when its time is over or the signal says so; the caller is never blocked.
 *
 * @returns `out-of-time` without a solution when the thread had to be ended
 */
export function solveProgram(task: SolverTask, signal?: AbortSignal): Promise<SolverAnswer> {
  const worker = new Worker(new URL('./selection-worker.js', import.meta.url), { workerData: task });
  return new Promise<SolverAnswer>((answered, failed) => {
    const end = (answer: SolverAnswer): void => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', abort);
      answered(answer);
      void worker.terminate();
    };
    const abort = (): void => end({ status: 'out-of-time' });
    const limit = setTimeout(abort, task.timeLimitMs + GRACE_MS);
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    worker.once('message', end);
    worker.once('error', (error) => {
      clearTimeout(limit);
      failed(error);
    });
  });
}
