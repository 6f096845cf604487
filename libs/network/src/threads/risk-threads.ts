import { Refusal } from '@meridian/refusal';
import { Worker } from 'node:worker_threads';
import { prepareRisk } from '../risk/prepare-risk.js';
import { checkedRuns, RiskAnswer } from '../risk/risk-answer.js';
import type { RiskInput } from '../risk/risk-input.js';
import { blocksOf } from '../risk/risk-kernel.js';
import type { BlockAnswer, RiskModel } from '../risk/risk-model.js';
import type { RiskReply, RiskRequest } from './risk-worker.js';

/** How often a thread comes back for more: small parts end together, large ones talk less. */
const PARTS_PER_THREAD = 4;
/** A thread ends its part before it does something else, also when nobody wants the answer any more. */
const LARGEST_PART = 8;

interface Simulation {
  readonly number: number;
  readonly model: RiskModel;
  readonly runs: number;
  readonly blocks: BlockAnswer[];
  readonly part: number;
  next: number;
  missing: number;
  readonly done: () => void;
  readonly fail: (reason: unknown) => void;
}

/**
 * Threads that stay, for risk simulations one after the other. The answer has the same bits with any number of threads: each
 * block of runs is a function of seed and number, and blocks are added in their order.
 */
export class RiskThreads {
  private readonly workers: Worker[];
  private readonly waiting: Simulation[] = [];
  private running: Simulation | undefined;
  private count = 0;

  constructor({ threads }: { readonly threads: number }) {
    this.workers = Array.from({ length: Math.max(1, Math.floor(threads)) }, () => this.hire());
  }

  /** @throws Refusal as `simulateRisk`; the reason of the signal when it is aborted; what a thread died of. */
  async simulate(input: RiskInput, runs: number, signal?: AbortSignal): Promise<RiskAnswer> {
    signal?.throwIfAborted();
    const model = prepareRisk(input);
    const missing = blocksOf(checkedRuns(runs));
    const blocks: BlockAnswer[] = Array.from({ length: missing });
    const part = Math.min(LARGEST_PART, Math.ceil(missing / (this.workers.length * PARTS_PER_THREAD)));
    let abort = (): void => undefined;
    const simulated = new Promise<void>((done, fail) => {
      const number = (this.count += 1);
      const simulation = { number, model, runs, blocks, part, next: 0, missing, done, fail };
      abort = () => this.fail(simulation, signal?.reason);
      this.waiting.push(simulation);
    });
    signal?.addEventListener('abort', abort, { once: true });
    this.proceed();
    await simulated.finally(() => signal?.removeEventListener('abort', abort));
    return new RiskAnswer(input, model, blocks);
  }

  async close(): Promise<void> {
    const closed = new Error('The threads of the risk simulation were closed.');
    for (const simulation of this.waiting.splice(0)) simulation.fail(closed);
    this.running?.fail(closed);
    this.running = undefined;
    await Promise.all(this.workers.splice(0).map((worker) => worker.terminate()));
  }

  private hire(): Worker {
    const worker = new Worker(new URL('./risk-worker.js', import.meta.url));
    worker.unref();
    worker.on('message', (reply: RiskReply) => this.take(worker, reply));
    worker.on('error', (error) => this.replace(worker, error));
    return worker;
  }

  private proceed(): void {
    if (this.running) return;
    this.running = this.waiting.shift();
    if (!this.running) {
      for (const worker of this.workers) worker.unref();
      return;
    }
    const { number: simulation, model, runs } = this.running;
    for (const worker of this.workers) {
      worker.ref();
      send(worker, { kind: 'model', simulation, model, runs });
      this.handOut(worker);
    }
  }

  private handOut(worker: Worker): void {
    const { running } = this;
    if (!running || running.next >= running.blocks.length) return;
    const first = running.next;
    running.next = Math.min(running.blocks.length, first + running.part);
    send(worker, { kind: 'blocks', simulation: running.number, first, end: running.next });
  }

  private take(worker: Worker, reply: RiskReply): void {
    const { running } = this;
    if (running?.number !== reply.simulation) return;
    if ('error' in reply) {
      this.fail(running, reply.refusal ? Refusal.from(reply.refusal) : reply.error);
      return;
    }
    reply.blocks.forEach((block, i) => (running.blocks[reply.first + i] = block));
    running.missing -= reply.blocks.length;
    if (running.missing > 0) {
      this.handOut(worker);
      return;
    }
    running.done();
    this.running = undefined;
    this.proceed();
  }

  private fail(simulation: Simulation, reason: unknown): void {
    simulation.fail(reason);
    const at = this.waiting.indexOf(simulation);
    if (at >= 0) this.waiting.splice(at, 1);
    if (this.running !== simulation) return;
    this.running = undefined;
    this.proceed();
  }

  private replace(worker: Worker, error: unknown): void {
    const at = this.workers.indexOf(worker);
    if (at < 0) return;
    this.workers[at] = this.hire();
    if (this.running) this.fail(this.running, error);
  }
}

function send(worker: Worker, request: RiskRequest): void {
  worker.postMessage(request);
}
