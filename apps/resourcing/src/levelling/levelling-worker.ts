import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { JobQueue } from '@meridian/bus';
import type { Objective } from '@meridian/levelling';
import { SETTINGS } from '@meridian/runtime';
import { Database } from '../persistence/database.js';
import { readLevellingInput } from '../persistence/levelling-input.js';
import type { ReadInput } from '../persistence/levelling-input.js';
import {
  dropJob,
  endJob,
  keepJob,
  MOST_ATTEMPTS,
  returnJob,
  takeJob,
} from '../persistence/levelling-jobs.js';
import type { LevellingJob } from '../persistence/levelling-jobs.js';
import { storeProposal } from '../persistence/levelling-proposals.js';
import type { ResourcingSettings } from '../resourcing-settings.js';
import { CannotLevel, levelElsewhere } from './level-elsewhere.js';
import { LEVELLING } from './levelling-dispatcher.js';
import type { LevellingEnd, SolverProgress } from './solver-message.js';

const SIGN_OF_LIFE_MS = 1_000;

/** The job stopped being this worker's. */
class JobGone extends Error {}

/** Takes levellings one at a time; the table says whose a job is, and a worker that lost its job writes nothing. */
@Injectable()
export class LevellingWorker implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('levelling');
  readonly #worker = randomUUID();
  readonly #stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    @Inject(SETTINGS) private readonly settings: ResourcingSettings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.LEVELLING_WORKER === 'on') this.queue.work(LEVELLING, (jobId) => this.#work(jobId));
  }

  /** What it has begun goes back into the queue. */
  async onModuleDestroy(): Promise<void> {
    this.#stopping.abort();
    await this.queue.stop();
  }

  async #work(jobId: string): Promise<void> {
    const job = await takeJob(this.database, jobId, this.#worker);
    if (!job) return;
    try {
      await this.#level(job);
    } catch (error) {
      if (error instanceof JobGone) return;
      if (this.#stopping.signal.aborted) return await returnJob(this.database, jobId, this.#worker);
      await this.#failed(job, error);
    }
  }

  async #level(job: LevellingJob): Promise<void> {
    const read = await readLevellingInput(this.database, {
      projectIds: job.projectIds,
      weights: new Map(
        (job.priorities as { projectId: string; weight: number }[]).map((one) => [one.projectId, one.weight]),
      ),
      today: new Date().toISOString().slice(0, 10),
    });
    const end = await this.#whileItIsOurs(job, (signal, onProgress) =>
      levelElsewhere({
        input: read.input,
        objective: job.objective as Objective,
        forMs: job.seconds * 1_000,
        threads: this.settings.LEVELLING_THREADS,
        signal,
        onProgress,
      }),
    );
    await this.#store(job, read, end);
  }

  /** Gives signs of life, and ends the work when the job was cancelled or given to somebody else. */
  async #whileItIsOurs<R>(
    { jobId }: LevellingJob,
    work: (signal: AbortSignal, onProgress: (progress: SolverProgress) => void) => Promise<R>,
  ): Promise<R> {
    const gone = new AbortController();
    let progress: SolverProgress | undefined;
    const life = setInterval(() => {
      const told = progress;
      progress = undefined;
      keepJob(this.database, { jobId, worker: this.#worker, progress: told }).then(
        (isOurs) => isOurs || gone.abort(),
        () => undefined, // the database is away: the lease may run out, and storing will show it
      );
    }, SIGN_OF_LIFE_MS);
    try {
      const signal = AbortSignal.any([gone.signal, this.#stopping.signal]);
      return await work(signal, (latest) => (progress = latest));
    } catch (error) {
      throw gone.signal.aborted ? new JobGone() : error;
    } finally {
      clearInterval(life);
    }
  }

  async #store(job: LevellingJob, { input, planVersions }: ReadInput, end: LevellingEnd): Promise<void> {
    const { jobId } = job;
    const proposalId = randomUUID();
    const madeAt = new Date();
    const taskIds = end.result.moves.map(({ taskId }) => taskId);
    await this.database.$transaction(async (tx) => {
      const ending = { state: 'done', proposalId, finishedAt: madeAt };
      if (!(await endJob(tx, { jobId, worker: this.#worker }, ending))) throw new JobGone();
      const [planned, booked] = [
        await tx.plannedTask.findMany({
          where: { taskId: { in: taskIds } },
          select: { taskId: true, name: true },
        }),
        await tx.booking.findMany({
          where: { taskId: { in: taskIds } },
          select: { taskId: true, taskName: true },
        }),
      ];
      const taskNames = new Map([
        ...booked.map(({ taskId, taskName }) => [taskId, taskName] as const),
        ...planned.map(({ taskId, name }) => [taskId, name] as const),
      ]);
      await storeProposal(tx, { ...end, proposalId, job, madeAt, planVersions, taskNames });
    });
    this.#log.log({
      message: 'levelled',
      jobId,
      proposalId,
      projects: input.projects.length,
      moves: taskIds.length,
    });
  }

  /** A job that cannot be done is told so at once; where the solver failed, others may try as well. */
  async #failed(job: LevellingJob, error: unknown): Promise<void> {
    const { jobId, attempt } = job;
    const isFinal = error instanceof CannotLevel || attempt >= MOST_ATTEMPTS;
    this.#log.warn({ message: 'A levelling failed.', jobId, attempt, error: String(error) });
    if (!isFinal) {
      await dropJob(this.database, jobId, this.#worker);
      throw error;
    }
    const reason = error instanceof CannotLevel ? error.message : 'The levelling failed; the log says why.';
    await endJob(
      this.database,
      { jobId, worker: this.#worker },
      { state: 'failed', reason, finishedAt: new Date() },
    );
  }
}
