import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { JobQueue } from '@meridian/bus';
import { Database } from '../persistence/database.js';
import { jobsToOffer } from '../persistence/levelling-jobs.js';

export const LEVELLING = 'levelling';
const LOOK_EVERY_MS = 500;

/** Tells the workers of jobs in the table: new ones, and those that were lost with a worker or with the broker. */
@Injectable()
export class LevellingDispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('levelling');
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(
      () => (this.#looking ??= this.#look().finally(() => (this.#looking = undefined))),
      LOOK_EVERY_MS,
    );
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** An offer that does not reach the broker is made again with the next look that finds the job waiting for too long. */
  async #look(): Promise<void> {
    try {
      for (const { jobId, offers } of await jobsToOffer(this.database))
        await this.queue.offer(LEVELLING, jobId, offers);
    } catch (error) {
      this.#log.warn({ message: 'Levellings could not be offered; trying again.', error: String(error) });
    }
  }
}
