import { holdInboxes, takenHistory } from '@meridian/bus';
import type { Client } from 'pg';
import { LOCK_NOT_AVAILABLE, swapTables, writeNextTables } from '../persistence/next-tables.js';
import { sqlOf } from '../persistence/sql-of.js';
import type { Fold } from './fold.js';

export interface TakeOver {
  /** Holds the inboxes and swaps. */
  readonly holder: Client;
  /** Writes what came last, committed before the swap. */
  readonly writer: Client;
  /** Is left in a transaction that sees the rows as they were at the swap. */
  readonly watcher: Client;
  readonly fold: Fold;
}

const LOCK_WAIT_MS = 1_500;
const ATTEMPTS = 10;
/** The inboxes wait 5 s for their locks before they try again. */
const PAUSE_MS = 4_000;

/**
 * Holds the inboxes, folds what they took meanwhile, and swaps the tables. The cursors of the service need no change: what
 * was folded is exactly what they say. Tries again when somebody reads for too long.
 *
 * @returns for how many milliseconds no event was taken
 */
export async function takeOver(parts: TakeOver): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(parts);
    } catch (error) {
      await Promise.all([parts.holder.query('ROLLBACK'), parts.watcher.query('ROLLBACK')]);
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error;
    }
  }
}

async function attemptOnce({ holder, writer, watcher, fold }: TakeOver): Promise<number> {
  await holder.query('BEGIN');
  await holder.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
  await holdInboxes(sqlOf(holder));
  const startedAt = performance.now();
  await inTime(fold.follow(await takenHistory(sqlOf(holder))));
  await writeNextTables(writer, fold.rows.takeChanged());
  // The snapshot is taken by the first statement. A table keeps its rows when it changes its schema.
  await watcher.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await watcher.query('SELECT 1');
  await swapTables(holder);
  await holder.query('COMMIT');
  return Math.round(performance.now() - startedAt);
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error('The owners did not answer in time for the swap; nothing was changed.');
    timer = setTimeout(() => reject(error), PAUSE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
