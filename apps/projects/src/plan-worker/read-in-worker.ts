import { Worker } from 'node:worker_threads';
import { Refusal } from '@meridian/refusal';
import type { ReadLimits } from '../domain/plan-file/read-limits.js';
import type { PlanReading } from '../domain/plan-file/plan-reading.js';
import type { PortfolioMapping } from '../domain/portfolio-file/portfolio-mapping.js';
import type { PortfolioReading } from '../domain/portfolio-file/read-portfolio-file.js';
import type { TableLimits } from '../domain/portfolio-file/table.js';
import type { ReadingJob, ReadingOutcome } from './reading-job.js';
import { Turns } from './turns.js';

/** What one reading may take of the machine. */
export interface WorkerBounds {
  readonly timeMs: number;
  readonly memoryMb: number;
}

const DEFAULT_BOUNDS: WorkerBounds = { timeMs: 15_000, memoryMb: 512 };

/** Each reading may take half a gigabyte: two at a time, the others wait their turn. */
const turns = new Turns(2);

/**
 * Reads a plan file (see `readPlanFile`) in a thread of its own, so that a hostile or huge file neither blocks nor
 * brings down the service. The bytes are copied.
 *
 * @throws Refusal of the reader, or `projects/plan-file-took-too-long`, `projects/plan-file-took-too-much-memory`.
 */
export function readPlanInWorker(
  bytes: Uint8Array,
  options: { fileName?: string; limits?: Partial<ReadLimits>; bounds?: Partial<WorkerBounds> } = {},
): Promise<PlanReading> {
  const { fileName = '', limits } = options;
  const job: ReadingJob = { kind: 'plan', bytes, fileName, limits };
  return turns.take(() => run(job, options.bounds)) as Promise<PlanReading>;
}

/** The same for a portfolio list (see `readPortfolioFile`); its refusals are `projects/portfolio-file-...`. */
export function readPortfolioInWorker(
  bytes: Uint8Array,
  fileName: string,
  mapping: PortfolioMapping,
  options: { limits?: Partial<TableLimits>; bounds?: Partial<WorkerBounds> } = {},
): Promise<PortfolioReading> {
  const job: ReadingJob = { kind: 'portfolio', bytes, fileName, mapping, limits: options.limits };
  return turns.take(() => run(job, options.bounds)) as Promise<PortfolioReading>;
}

function run(job: ReadingJob, given: Partial<WorkerBounds> = {}): Promise<PlanReading | PortfolioReading> {
  const bounds = { ...DEFAULT_BOUNDS, ...given };
  const bytes = new Uint8Array(job.bytes);
  const worker = new Worker(new URL('./plan-worker.js', import.meta.url), {
    workerData: { ...job, bytes },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    env: {},
    execArgv: [],
  });
  return new Promise<PlanReading | PortfolioReading>((resolve, reject) => {
    const timer = setTimeout(() => reject(tookTooLong(job, bounds)), bounds.timeMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    worker.once('message', (outcome: ReadingOutcome) =>
      settle(() => ('reading' in outcome ? resolve(outcome.reading) : reject(Refusal.from(outcome.refusal)))),
    );
    worker.once('error', (error) =>
      settle(() => reject(isOutOfMemory(error) ? tookTooMuch(job, bounds) : error)),
    );
    worker.once('exit', (code) =>
      settle(() => reject(new Error(`The reading thread ended with code ${code} and no answer.`))),
    );
  }).finally(() => worker.terminate());
}

function isOutOfMemory(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tookTooLong(job: ReadingJob, { timeMs }: WorkerBounds): Refusal {
  const sentence = `Reading the file took longer than ${timeMs / 1000} seconds. Split it into smaller ones.`;
  return new Refusal(`projects/${job.kind}-file-took-too-long`, sentence, {
    kind: 'unprocessable',
    details: { timeMs },
  });
}

function tookTooMuch(job: ReadingJob, { memoryMb }: WorkerBounds): Refusal {
  const sentence = `Reading the file took more than ${memoryMb} MB of memory. Split it into smaller ones.`;
  const options = { kind: 'unprocessable' as const, details: { memoryMb } };
  return new Refusal(`projects/${job.kind}-file-took-too-much-memory`, sentence, options);
}
