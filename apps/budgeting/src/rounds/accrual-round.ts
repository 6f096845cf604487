import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Outbox } from '@meridian/bus';
import { Round } from '@meridian/runtime';
import { projectWithDueAccrual } from '../persistence/accruals.js';
import { Database } from '../persistence/database.js';
import type { Tx } from '../persistence/database.js';
import { endDueAccruals } from '../persistence/end-accruals.js';

const LOOK_EVERY_MS = 5_000;

/** Takes accruals back when their next period has begun, one project after the other; each once, whatever the replicas. */
@Injectable()
export class AccrualRound extends Round {
  readonly #log = new Logger('accruals');

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super(LOOK_EVERY_MS);
  }

  protected async look(): Promise<void> {
    const now = new Date();
    const tried: string[] = [];
    for (;;) {
      try {
        const projectId = await projectWithDueAccrual(this.database, now.toISOString().slice(0, 10), tried);
        if (projectId === null) return;
        tried.push(projectId);
        await this.outbox.transact<Tx, void>(({ tx, announce }) =>
          endDueAccruals({ tx, announce, now, newId: randomUUID }, projectId),
        );
      } catch (error) {
        this.#log.warn({ message: 'Accruals could not be taken back; trying again.', error: String(error) });
        if (tried.length === 0) return;
      }
    }
  }
}
