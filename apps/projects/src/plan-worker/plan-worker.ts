import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '@meridian/refusal';
import { exportPlan } from '../domain/plan-export/export-plan.js';
import { readPlanFile } from '../domain/plan-file/read-plan-file.js';
import { readPortfolioFile } from '../domain/portfolio-file/read-portfolio-file.js';
import type { JobResult, ReadingJob, ReadingOutcome } from './reading-job.js';

/** Runs in its own thread: reads or writes one file, answers once, ends. */
parentPort!.postMessage(outcomeOf(workerData as ReadingJob));

function outcomeOf(job: ReadingJob): ReadingOutcome {
  try {
    return { result: resultOf(job) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.toJSON() };
    throw error;
  }
}

function resultOf(job: ReadingJob): JobResult {
  switch (job.kind) {
    case 'plan':
      return readPlanFile(job.bytes, job.fileName, job.limits);
    case 'portfolio':
      return readPortfolioFile(job.bytes, job.fileName, job.mapping, job.limits);
    case 'export':
      return exportPlan(job.plan, job.format);
  }
}
