import { applyMigrations } from '@meridian/runtime';
import type { Client } from 'pg';
import { columnsOf } from './columns.js';
import type { ChangedRows } from './memory-rows.js';
import { TABLES } from './tables.js';
import type { Table } from './tables.js';

/** PostgreSQL's word for: somebody held a lock for too long. The swap may be tried again. */
export const LOCK_NOT_AVAILABLE = '55P03';

const ROWS_PER_STATEMENT = 2_000;

/**
 * Makes the schema `next` with the tables of the read models, empty, by the same migrations that made the ones in use.
 *
 * @throws Error when the tables in use were made by other migrations: the service that runs is not of this code.
 */
export async function makeNextTables(client: Client, url: string, folder: string): Promise<void> {
  await client.query('DROP SCHEMA IF EXISTS next CASCADE');
  await client.query('DROP SCHEMA IF EXISTS previous CASCADE');
  await applyMigrations({ url, folder, schema: 'next' });
  const { rows } = await client.query<{ missing: string }>(
    `SELECT coalesce(n.migration_name, p.migration_name) AS missing
       FROM next._prisma_migrations n FULL JOIN public._prisma_migrations p
         ON p.migration_name = n.migration_name AND p.finished_at IS NOT NULL AND p.rolled_back_at IS NULL
      WHERE p.migration_name IS NULL OR (n.migration_name IS NULL AND p.rolled_back_at IS NULL)`,
  );
  if (rows.length > 0) {
    throw new Error(
      `The running service and this code differ in the migration ${rows[0]!.missing}: start the product again first.`,
    );
  }
}

/** Brings the tables in `next` to what changed in memory. */
export async function writeNextTables(client: Client, changed: ChangedRows): Promise<void> {
  const [projects, milestones, attention, ownLines] = TABLES;
  await write(client, projects, changed.projects);
  await write(client, milestones, changed.milestones);
  await write(client, attention, changed.attention);
  await write(client, ownLines, changed.ownLines);
}

/** Fresh statistics, so that the first readers after the swap have good plans. */
export async function analyzeNextTables(client: Client): Promise<void> {
  await client.query(`ANALYZE ${TABLES.map(({ name }) => `next.${name}`).join(', ')}`);
}

/** Inside a transaction: from its commit on everybody reads the new tables. The old ones wait in the schema `previous`. */
export async function swapTables(client: Client): Promise<void> {
  await client.query('CREATE SCHEMA previous');
  for (const { name } of TABLES) {
    await client.query(`ALTER TABLE public.${name} SET SCHEMA previous`);
    await client.query(`ALTER TABLE next.${name} SET SCHEMA public`);
  }
}

export async function dropOldTables(client: Client): Promise<void> {
  await client.query('DROP SCHEMA IF EXISTS next CASCADE');
  await client.query('DROP SCHEMA IF EXISTS previous CASCADE');
}

async function write(
  client: Client,
  { name, key }: Table,
  changed: ReadonlyMap<string, object | null>,
): Promise<void> {
  const entries = [...changed];
  for (let from = 0; from < entries.length; from += ROWS_PER_STATEMENT) {
    const part = entries.slice(from, from + ROWS_PER_STATEMENT);
    const ids = part.map(([id]) => id);
    const rows = part.flatMap(([, row]) => (row === null ? [] : [columnsOf(row)]));
    await client.query(`DELETE FROM next.${name} WHERE ${key} = ANY($1::uuid[])`, [ids]);
    await client.query(
      `INSERT INTO next.${name} SELECT * FROM json_populate_recordset(NULL::next.${name}, $1::json)`,
      [JSON.stringify(rows)],
    );
  }
}
