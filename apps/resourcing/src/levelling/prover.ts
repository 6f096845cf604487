import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ProverFiles, ProverMessage, ProverRun } from './prover-message.js';
import { cpuMsOf } from './thread-clock.js';
import type { Clock } from './thread-clock.js';

export interface ProofEnd {
  /** Nothing shorter exists than the last plan found, or than what was asked where none was found. */
  readonly isProven: boolean;
  readonly tookMs: number;
}

export interface ProofJob {
  /** FlatZinc; variables `s<task>` and `makespan` are told. */
  readonly model: string;
  readonly forMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** A shorter plan: starts by task. */
  readonly onPlan: (start: Int32Array) => void;
}

const require = createRequire(import.meta.url);
const MODEL_FILE = 'plan.fzn';
const LOOK_EVERY_MS = 50;
/** Loading eighteen megabytes of WebAssembly takes under a second; on a machine that is busier than this there is no proof. */
const LONGEST_START_MS = 20_000;
const PROVEN = new Set(['UNSATISFIABLE', 'OPTIMAL_SOLUTION']);

/**
 * Chuffed (lazy clause generation), from the `minizinc` package, in a thread of its own that is ended when the time is
 * up: WebAssembly cannot be interrupted. Good for one proof; its memory goes with it.
 */
export class Prover {
  readonly #worker: Worker;
  readonly #ready: Promise<string | undefined>;

  constructor() {
    this.#worker = new Worker(new URL('./prover-thread.js', import.meta.url), { env: {}, execArgv: [] });
    this.#ready = new Promise((resolve, reject) => {
      let threadPath: string | undefined;
      this.#worker.on('message', (message: ProverMessage) => {
        if (message.type === 'loaded') {
          threadPath = message.threadPath;
          this.#worker.postMessage({
            wasmURL: require.resolve('minizinc/minizinc.wasm'),
            dataURL: require.resolve('minizinc/minizinc.data'),
          } satisfies ProverFiles);
        }
        if (message.type === 'ready') resolve(threadPath);
      });
      this.#worker.once('error', reject);
      this.#worker.once('exit', () => reject(new Error('The prover ended before it was ready.')));
    });
    this.#ready.catch(() => undefined); // told by prove()
  }

  /** Ends with the first of: an answer, the time, the signal. A prover that fails has proven nothing. */
  async prove(job: ProofJob): Promise<ProofEnd> {
    let tookMs = 0;
    const ended = new AbortController();
    try {
      const threadPath = await Promise.race([
        this.#ready,
        aborted(job.signal),
        later(LONGEST_START_MS + job.forMs),
      ]);
      if (threadPath === false) return { isProven: false, tookMs };
      const worked = stopwatch(job.clock, threadPath);
      const proven = this.#run(job);
      const isProven = await Promise.race([
        proven,
        aborted(job.signal),
        this.#timeUp(job.forMs, worked, ended.signal),
      ]);
      tookMs = worked();
      return { isProven, tookMs };
    } catch (error) {
      tellFailure(error);
      return { isProven: false, tookMs };
    } finally {
      ended.abort();
      await this.close();
    }
  }

  #run({ model, onPlan }: ProofJob): Promise<boolean> {
    return new Promise((resolve) => {
      let isProven = false;
      this.#worker.on('message', (message: ProverMessage) => {
        if (message.type === 'solution') onPlan(startsOf(message.output.dzn ?? ''));
        if (message.type === 'status' && PROVEN.has(message.status)) isProven = true;
        if (message.type === 'exit') resolve(isProven && message.code === 0);
      });
      this.#worker.once('error', (error) => {
        tellFailure(error);
        resolve(false);
      });
      this.#worker.postMessage({
        jsonStream: true,
        files: { [MODEL_FILE]: model },
        args: ['--solver', 'chuffed', '-f', '-i', MODEL_FILE],
      } satisfies ProverRun);
    });
  }

  /** Looks at the thread's clock from outside: inside, nothing runs but the proof. */
  #timeUp(forMs: number, worked: () => number, ended: AbortSignal): Promise<false> {
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        if (worked() < forMs) return;
        clearInterval(timer);
        resolve(false);
      }, LOOK_EVERY_MS);
      ended.addEventListener('abort', () => clearInterval(timer), { once: true });
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The plan is as good without it, so nobody is refused: but somebody has to hear of it. */
function tellFailure(error: unknown): void {
  process.emitWarning(`The prover failed, so nothing was proven: ${String(error)}`);
}

function later(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false).unref());
}

function aborted(signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(false);
    signal.addEventListener('abort', () => resolve(false), { once: true });
  });
}

function stopwatch(clock: Clock, threadPath: string | undefined): () => number {
  const cpu = () => (threadPath === undefined ? undefined : cpuMsOf(threadPath));
  const now = clock === 'cpu' && cpu() !== undefined ? () => cpu() ?? Infinity : () => performance.now();
  const begun = now();
  return () => now() - begun;
}

/** `s0 = 3;` and so on, one a line. */
function startsOf(dzn: string): Int32Array {
  const start: number[] = [];
  for (const [, task, slot] of dzn.matchAll(/^s(\d+) = (\d+);$/gm)) start[Number(task)] = Number(slot);
  return Int32Array.from(start);
}
