import type { SqlRunner } from '../outbox/service-database.js';
import { codesOf, StoreSilent } from './failure-class.js';
import { inTime } from './react.js';

/** A database that does not answer by then is away. */
const SILENT_MS = 2_000;
const IN_FAILED_TRANSACTION = '25P02';

/**
 * A reaction hangs. When it does so in a statement, nothing can be rolled back before that ends: so it is ended, and the transaction
 * is held open meanwhile, so that it is no other's statement. When the database waits for the reaction, either the reaction's own code
 * hangs, or what it asked never arrived: its session is asked something then.
 *
 * @throws StoreSilent when there is no such session any more, or it does not answer, or nobody does
 */
export async function endStatement(
  database: SqlRunner,
  session: SqlRunner,
  transactionId: string,
): Promise<void> {
  try {
    const found = await answerOf(() =>
      database.$queryRawUnsafe<readonly { readonly isWorking: boolean }[]>(END, transactionId),
    );
    if (found[0]?.isWorking) return;
    const isOver = await answerOf(() => isAborted(session));
    if (found[0] === undefined && !isOver)
      throw new Error(`There is no session with transaction ${transactionId}.`);
  } catch (error) {
    throw new StoreSilent(error);
  }
}

/** Whether PostgreSQL ended the statement by its own limit a moment before: then no transaction is found, and its session says so. */
async function isAborted(session: SqlRunner): Promise<boolean> {
  try {
    await session.$queryRawUnsafe('SELECT 1');
    return false;
  } catch (error) {
    if (codesOf(error).includes(IN_FAILED_TRANSACTION)) return true;
    throw error;
  }
}

function answerOf<A>(ask: () => PromiseLike<A>): Promise<A> {
  return inTime('a look at the database', SILENT_MS, async () => ask());
}

const END = `
  SELECT a.state = 'active' AS "isWorking", CASE a.state WHEN 'active' THEN pg_cancel_backend(a.pid) END AS ended
    FROM pg_stat_activity a
   WHERE a.backend_xid = $1::text::xid`;
