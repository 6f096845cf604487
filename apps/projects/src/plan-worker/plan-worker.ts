import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '@meridian/refusal';
import { readPlanFile } from '../domain/plan-file/read-plan-file.js';
import { readPortfolioFile } from '../domain/portfolio-file/read-portfolio-file.js';
import type { ReadingJob, ReadingOutcome } from './reading-job.js';

/** Runs in its own thread: reads one file, answers once, ends. */
parentPort!.postMessage(outcomeOf(workerData as ReadingJob));

function outcomeOf(job: ReadingJob): ReadingOutcome {
  try {
    const reading =
      job.kind === 'plan'
        ? readPlanFile(job.bytes, job.fileName, job.limits)
        : readPortfolioFile(job.bytes, job.fileName, job.mapping, job.limits);
    return { reading };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.toJSON() };
    throw error;
  }
}
