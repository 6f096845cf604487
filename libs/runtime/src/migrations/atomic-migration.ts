import type { Client, Pool } from 'pg';
import type { Migration } from './migration-folder.js';

/** Held by a running script. A server goes on with a script whose client was killed. */
const SCRIPT_KEY = 7_305_114_117;

/** Waits until no script runs in this database, not even one without a client. */
export async function waitForRunningScript(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [SCRIPT_KEY]);
  await client.query('SELECT pg_advisory_unlock($1)', [SCRIPT_KEY]);
}

/**
 * Runs a migration's script together with its entry in the history as one transaction: PostgreSQL treats the text of
 * one simple query as one. A process killed half way therefore leaves either all of it or none.
 */
export async function runAtomically(pool: Pool, schema: string, script: string): Promise<void> {
  if (!isAtomic(script)) {
    await pool.query(script);
    return;
  }
  await pool.query(`SELECT pg_advisory_xact_lock(${SCRIPT_KEY});\n${script}\n;${finishedMark(schema)}`);
}

/**
 * Frees a migration that an earlier process began and never finished, so that it can run again. Only an atomic script
 * is known to have left nothing behind; any other needs a person.
 */
export async function releaseUnfinished(client: Client, schema: string, migration: Migration): Promise<void> {
  if (!isAtomic(migration.sql)) {
    throw new Error(
      `The migration ${migration.name} stopped half way and manages its own transactions, so it may have left parts ` +
        'behind. Put the schema right by hand, then mark it with `prisma migrate resolve`.',
    );
  }
  await client.query(
    `UPDATE "${schema}"._prisma_migrations SET rolled_back_at = now()
      WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [migration.name],
  );
}

/** Scripts that open or end transactions, or must run outside of one. A body's `BEGIN` is not followed by `;`. */
function isAtomic(script: string): boolean {
  const own = /^\s*(begin|start\s+transaction|commit|rollback)(\s+(work|transaction))?\s*;/im;
  return !own.test(script) && !/\bconcurrently\b/i.test(script);
}

function finishedMark(schema: string): string {
  return `UPDATE "${schema}"._prisma_migrations SET finished_at = now()
    WHERE finished_at IS NULL AND rolled_back_at IS NULL`;
}
