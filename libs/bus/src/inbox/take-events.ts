import { inTransaction } from '../outbox/plain-session.js';
import type { ServiceDatabase, SqlRunner } from '../outbox/service-database.js';
import type { LaneWork } from '../protocol/inbox-protocol.js';
import type { EventArrival } from './inbox-ports.js';
import { passOver } from './pass-over.js';
import { endStatement } from './end-statement.js';
import { failureClass } from './failure-class.js';
import { isHung, ReactionFailed } from './react.js';
import { Taking } from './taking.js';
import type { Taken, TakeOptions } from './taking.js';

type Lane = LaneWork<EventArrival>;

/**
 * Takes events of several aggregates: locks their cursors, judges each event, runs its reaction, moves the cursors, writes
 * announcements and dead letters. All of it happens in one transaction or not at all.
 *
 * Lanes without any reaction need nothing of that: they are passed over before. When the transaction fails then, their events
 * come again and are found to be taken.
 */
export async function takeEvents(
  database: ServiceDatabase,
  work: readonly Lane[],
  options: TakeOptions,
): Promise<Taken> {
  const passed = await passOver(database, options.source, work, options.reactions);
  const limits = { maxWait: 5_000, timeout: options.transactionBudgetMs + options.eventDeadlineMs + 2_000 };
  const attempt = (isOneByOne: boolean): Promise<Taken> =>
    inTransaction(
      database,
      (tx, sql) => run(database, sql, new Taking(tx, sql, passed.left, options, isOneByOne)),
      limits,
    );
  const taken = passed.left.length === 0 ? NOTHING : await foundOut(passed.left, attempt);
  return {
    ...taken,
    outcomes: [...passed.outcomes, ...taken.outcomes],
    delivered: [...passed.arrivals.map(({ event }) => event), ...taken.delivered],
  };
}

/**
 * When what several events share cannot be written, nobody knows whose fault it is: they are taken one by one then, and who has no
 * part in it waits for a moment only.
 */
async function foundOut(
  work: readonly Lane[],
  attempt: (isOneByOne: boolean) => Promise<Taken>,
): Promise<Taken> {
  try {
    return await attempt(false);
  } catch (error) {
    const isKnown = work.length === 1 || error instanceof ReactionFailed;
    if (isKnown || failureClass(error) === 'outage') throw error;
    return attempt(true);
  }
}

async function run(database: ServiceDatabase, sql: SqlRunner, taking: Taking): Promise<Taken> {
  try {
    return await taking.run();
  } catch (error) {
    const { transactionId } = taking;
    if (isHung(error) && transactionId !== undefined) await endStatement(database, sql, transactionId);
    throw error;
  }
}

/** The same inside a transaction that is open already. */
export function takeIn(tx: SqlRunner, work: readonly Lane[], options: TakeOptions): Promise<Taken> {
  return new Taking(tx, tx, work, options).run();
}

const NOTHING: Taken = { outcomes: [], delivered: [], duplicates: 0, parked: [], announced: 0 };
