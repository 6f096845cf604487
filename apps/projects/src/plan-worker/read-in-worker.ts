import { Worker } from 'node:worker_threads';
import { Refusal } from '@meridian/refusal';
import type { FileFormat, PlanExport } from '../domain/plan-export/export-plan.js';
import type { PlanFile } from '../domain/plan-file/plan-file.js';
import type { ReadLimits } from '../domain/plan-file/read-limits.js';
import type { PlanReading } from '../domain/plan-file/plan-reading.js';
import type { PortfolioMapping } from '../domain/portfolio-file/portfolio-mapping.js';
import type { PortfolioReading } from '../domain/portfolio-file/read-portfolio-file.js';
import type { TableLimits } from '../domain/portfolio-file/table.js';
import type { JobResult, ReadingJob, ReadingOutcome } from './reading-job.js';
import { Turns } from './turns.js';

/** What one reading may take of the machine. */
export interface WorkerBounds {
  readonly timeMs: number;
  readonly memoryMb: number;
}

const DEFAULT_BOUNDS: WorkerBounds = { timeMs: 15_000, memoryMb: 512 };

/** Writing is reading as well, and nobody's hostile file. */
const EXPORT_MS = 60_000;

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
  return inTurn({ kind: 'plan', bytes, fileName, limits }, options.bounds);
}

/** The same for a portfolio list (see `readPortfolioFile`); its refusals are `projects/portfolio-file-...`. */
export function readPortfolioInWorker(
  bytes: Uint8Array,
  fileName: string,
  mapping: PortfolioMapping,
  options: { limits?: Partial<TableLimits>; bounds?: Partial<WorkerBounds> } = {},
): Promise<PortfolioReading> {
  return inTurn({ kind: 'portfolio', bytes, fileName, mapping, limits: options.limits }, options.bounds);
}

/** Writes a plan (see `exportPlan`) in a thread of its own: it is read back there, which takes as long as an import. */
export function exportPlanInWorker(
  plan: PlanFile,
  format: FileFormat,
  bounds: Partial<WorkerBounds> = {},
): Promise<PlanExport> {
  return inTurn({ kind: 'export', plan, format }, { timeMs: EXPORT_MS, ...bounds });
}

function inTurn<T extends JobResult>(job: ReadingJob, bounds?: Partial<WorkerBounds>): Promise<T> {
  return turns.take(() => run(job, { ...DEFAULT_BOUNDS, ...bounds })) as Promise<T>;
}

function run(job: ReadingJob, bounds: WorkerBounds): Promise<JobResult> {
  const bytes = 'bytes' in job ? new Uint8Array(job.bytes) : undefined;
  const worker = new Worker(new URL('./plan-worker.js', import.meta.url), {
    workerData: bytes === undefined ? job : { ...job, bytes },
    transferList: bytes === undefined ? [] : [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    env: {},
    execArgv: [],
  });
  return new Promise<JobResult>((resolve, reject) => {
    const timer = setTimeout(() => reject(tookTooLong(job, bounds)), bounds.timeMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    worker.once('message', (outcome: ReadingOutcome) =>
      settle(() => ('result' in outcome ? resolve(outcome.result) : reject(Refusal.from(outcome.refusal)))),
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

/** A plan that cannot be written in time could not be read in time either: it is refused like its file. */
function fileKind({ kind }: ReadingJob): 'plan' | 'portfolio' {
  return kind === 'portfolio' ? kind : 'plan';
}

function tookTooLong(job: ReadingJob, { timeMs }: WorkerBounds): Refusal {
  const sentence = `Reading the file took longer than ${timeMs / 1000} seconds. Split it into smaller ones.`;
  return new Refusal(`projects/${fileKind(job)}-file-took-too-long`, sentence, {
    kind: 'unprocessable',
    details: { timeMs },
  });
}

function tookTooMuch(job: ReadingJob, { memoryMb }: WorkerBounds): Refusal {
  const sentence = `Reading the file took more than ${memoryMb} MB of memory. Split it into smaller ones.`;
  const options = { kind: 'unprocessable' as const, details: { memoryMb } };
  return new Refusal(`projects/${fileKind(job)}-file-took-too-much-memory`, sentence, options);
}
