import { Worker } from 'node:worker_threads';
import type { ChunkOrder, ChunkResult } from './chunk.js';

/** Threads that play chunks. Which thread plays what makes no difference: a chunk is a function of its order. */
export class ThreadPool {
  readonly #idle: Worker[];
  readonly #all: readonly Worker[];
  readonly #waiting: {
    order: ChunkOrder;
    done: (result: ChunkResult) => void;
    failed: (error: unknown) => void;
  }[] = [];

  constructor(readonly threads: number) {
    this.#all = Array.from({ length: threads }, () => new Worker(new URL('./worker.js', import.meta.url)));
    this.#idle = [...this.#all];
  }

  play(order: ChunkOrder): Promise<ChunkResult> {
    return new Promise((done, failed) => {
      this.#waiting.push({ order, done, failed });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }

  #next(): void {
    const worker = this.#idle.pop();
    const job = this.#waiting.shift();
    if (worker === undefined || job === undefined) {
      if (worker !== undefined) this.#idle.push(worker);
      if (job !== undefined) this.#waiting.unshift(job);
      return;
    }
    worker.once('error', job.failed);
    worker.once('message', (result: ChunkResult) => {
      worker.off('error', job.failed);
      this.#idle.push(worker);
      this.#next();
      job.done(result);
    });
    worker.postMessage(job.order);
  }
}
