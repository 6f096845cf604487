import { randomUUID } from 'node:crypto';
import type { BodyOf, EventContract } from '../contracts/contract.js';
import { Announcements } from './announcements.js';
import type { AnnouncementOrigin } from './announcements.js';
import { inTransaction } from './plain-session.js';
import type { ServiceDatabase, SqlRunner } from './service-database.js';

/** What is announced in one transaction that neither a command nor a reaction opened. */
export interface OwnTransaction<Tx> {
  readonly tx: Tx;
  readonly announce: <E extends object>(contract: EventContract<E>, body: BodyOf<E>) => Promise<void>;
}

/**
 * Announcing from jobs, seeds and sagas: work that starts neither with a request nor with an event. Commands and reactions use
 * `call.announce` and `delivery.announce` instead.
 */
export class Outbox {
  constructor(
    private readonly service: string,
    private readonly database: () => ServiceDatabase,
    private readonly committed: () => void,
  ) {}

  /** Runs work in a transaction of its own; what it announces is written with it and published right after the commit. */
  async transact<Tx extends SqlRunner, R>(
    work: (own: OwnTransaction<Tx>) => Promise<R>,
    origin: Partial<AnnouncementOrigin> = {},
  ): Promise<R> {
    const database = this.database() as ServiceDatabase<Tx>;
    const { result, announced } = await inTransaction(
      database,
      async (tx, sql) => {
        const announcements = new Announcements(this.service);
        const announce = announcements.from({
          correlationId: origin.correlationId ?? randomUUID(),
          causationId: origin.causationId ?? null,
          traceparent: origin.traceparent ?? null,
        });
        const result = await work({ tx, announce });
        return { result, announced: await announcements.flush(sql) };
      },
      { maxWait: 5_000, timeout: 30_000 },
    );
    if (announced > 0) this.committed();
    return result;
  }
}
