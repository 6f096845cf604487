import type { Client, Pool } from 'pg';
import type { Migration } from './migration-folder.js';

/**
 * Runs a migration's script together with its entry in the history as one transaction: PostgreSQL treats the text of
 * one simple query as one. A process killed half way therefore leaves either all of it or none.
 */
export async function runAtomically(pool: Pool, schema: string, script: string): Promise<void> {
  await pool.query(isAtomic(script) ? `${script}\n;${finishedMark(schema)}` : script);
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
