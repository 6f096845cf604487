import { Injectable, Logger } from '@nestjs/common';
import { JobQueue } from '@meridian/bus';
import { Round } from '@meridian/runtime';
import { Database } from '../persistence/database.js';
import { jobsToOffer } from '../persistence/levelling-jobs.js';

export const LEVELLING = 'levelling';
const LOOK_EVERY_MS = 500;

/** Tells the workers of jobs in the table: new ones, and those that were lost with a worker or with the broker. */
@Injectable()
export class LevellingDispatcher extends Round {
  readonly #log = new Logger('levelling');

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
  ) {
    super(LOOK_EVERY_MS);
  }

  /** An offer that does not reach the broker is made again with the next look that finds the job waiting for too long. */
  protected async look(): Promise<void> {
    try {
      for (const { jobId, offers } of await jobsToOffer(this.database))
        await this.queue.offer(LEVELLING, jobId, offers);
    } catch (error) {
      this.#log.warn({ message: 'Levellings could not be offered; trying again.', error: String(error) });
    }
  }
}
