import { Worker } from 'node:worker_threads';
import type { IslandJob, IslandMessage } from './island-message.js';

/** How long an island may take to notice that it is to stop; one that does not is ended. */
const PATIENCE_MS = 2_000;

/** Threads that search; kept warm between jobs, so that a second's answer is not half start-up. */
export class IslandPool {
  readonly #idle: Worker[] = [];
  #isClosed = false;

  /** Runs a job on an island of its own; ends with its last message, or without one when it had to be ended. */
  run(
    job: IslandJob,
    { onMessage, stopped }: { onMessage: (message: IslandMessage) => void; stopped: AbortSignal },
  ): Promise<void> {
    const worker =
      this.#idle.pop() ?? new Worker(new URL('./island.js', import.meta.url), { env: {}, execArgv: [] });
    return new Promise((resolve, reject) => {
      let patience: NodeJS.Timeout | undefined;
      const leave = (isFit: boolean, error?: Error) => {
        clearTimeout(patience);
        stopped.removeEventListener('abort', onStopped);
        // Not all of its listeners: the thread's own are among them, and without those it is never heard again.
        worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
        if (isFit && !this.#isClosed) this.#idle.push(worker);
        else void worker.terminate();
        if (error) reject(error);
        else resolve();
      };
      const onStopped = () => {
        patience = setTimeout(() => leave(false), PATIENCE_MS);
      };
      const onAnswer = (message: IslandMessage) => {
        onMessage(message);
        if (message.kind === 'end') leave(true);
      };
      const onError = (error: Error) => leave(false, error);
      const onExit = () => leave(false, new Error('An island ended in the midst of its search.'));
      worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
      stopped.addEventListener('abort', onStopped, { once: true });
      if (stopped.aborted) onStopped();
      worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }
}
