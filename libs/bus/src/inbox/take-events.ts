import { inTransaction } from '../outbox/plain-session.js';
import type { ServiceDatabase, SqlRunner } from '../outbox/service-database.js';
import type { LaneWork } from '../protocol/inbox-protocol.js';
import type { EventArrival } from './inbox-ports.js';
import { Taking } from './taking.js';
import type { Taken, TakeOptions } from './taking.js';

/**
 * Takes events of several aggregates in one transaction: locks their cursors, judges each event, runs its reaction, moves the
 * cursors, writes announcements and dead letters. All of it happens or none.
 */
export async function takeEvents(
  database: ServiceDatabase,
  work: readonly LaneWork<EventArrival>[],
  options: TakeOptions,
): Promise<Taken> {
  const limits = { maxWait: 5_000, timeout: options.transactionBudgetMs + options.eventDeadlineMs + 2_000 };
  return inTransaction(database, (tx, sql) => new Taking(tx, sql, work, options).run(), limits);
}

/** The same inside a transaction that is open already. */
export function takeIn(
  tx: SqlRunner,
  work: readonly LaneWork<EventArrival>[],
  options: TakeOptions,
): Promise<Taken> {
  return new Taking(tx, tx, work, options).run();
}
