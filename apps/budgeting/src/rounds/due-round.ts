import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Outbox } from '@meridian/bus';
import { Round } from '@meridian/runtime';
import type { Database, Tx } from '../persistence/database.js';
import type { Work } from '../persistence/work.js';

const LOOK_EVERY_MS = 5_000;

/** What falls due by a day, one thing after the other, each in a transaction of its own; each once, whatever the replicas. */
export abstract class DueRound extends Round {
  readonly #log: Logger;

  protected constructor(
    private readonly what: string,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super(LOOK_EVERY_MS);
    this.#log = new Logger(what);
  }

  /** Something due, besides what was tried already, or null. */
  protected abstract next(database: Database, day: string, tried: readonly string[]): Promise<string | null>;

  /** Looks again under its lock: it may have been settled meanwhile. */
  protected abstract settle(work: Work, id: string): Promise<void>;

  protected async look(): Promise<void> {
    const now = new Date();
    const tried: string[] = [];
    for (;;) {
      try {
        const id = await this.next(this.database, now.toISOString().slice(0, 10), tried);
        if (id === null) return;
        tried.push(id);
        await this.outbox.transact<Tx, void>(({ tx, announce }) =>
          this.settle({ tx, announce, now, newId: randomUUID }, id),
        );
      } catch (error) {
        this.#log.warn({ message: `${this.what}: not settled; trying again.`, error: String(error) });
        if (tried.length === 0) return;
      }
    }
  }
}
