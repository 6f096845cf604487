import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Outbox } from '@meridian/bus';
import { Database } from '../persistence/database.js';
import type { Tx } from '../persistence/database.js';
import { chaseWeek, weekToChase } from '../persistence/missed-sheets.js';

const LOOK_EVERY_MS = 5_000;

/** Tells of missing sheets once their deadline is over, one week after the other, each once whatever the replicas. */
@Injectable()
export class TimesheetChaser implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('timesheets');
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
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

  async #look(): Promise<void> {
    const now = new Date();
    try {
      const week = await weekToChase(this.database, now.toISOString().slice(0, 10));
      if (week === null) return;
      await this.outbox.transact<Tx, number>(({ tx, announce }) => chaseWeek(tx, announce, week, now));
    } catch (error) {
      this.#log.warn({ message: 'Missing sheets could not be told of; trying again.', error: String(error) });
    }
  }
}
