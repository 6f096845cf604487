import { Client } from 'pg';
import { releaseUnfinished, runAtomically, waitForRunningScript } from './atomic-migration.js';
import type { RunScript } from './engine-adapter.js';
import { engineFolder, everything, migrationConnection } from './engine-input.js';
import { readMigrationFolder } from './migration-folder.js';
import type { MigrationFolder } from './migration-folder.js';
import { laterMigrations, pendingMigrations, readHistory } from './migration-history.js';
import { withSchemaEngine } from './schema-engine.js';

export interface MigrationTarget {
  /** Connection string of the database. */
  readonly url: string;
  /** Absolute path of a folder in Prisma's form. */
  readonly folder: string;
  /** The PostgreSQL schema the migrations belong to; it is created when missing. Default `public`. */
  readonly schema?: string;
}

export interface Migrated {
  readonly applied: readonly string[];
  readonly later?: readonly string[];
}

/** Any number; the same in every replica, so that one of them migrates and the others wait. */
const LOCK_KEY = 7_305_114_116;
const LOCK_WAIT_MS = 300_000;

/**
 * Brings a schema up to date and names what it applied: nothing when it already was. Replicas may call it at the same
 * time. `later` names what a newer version applied, when there is any. Throws one sentence when this version cannot work
 * with that, when an applied migration was edited, or when one fails: which one, and what PostgreSQL said.
 */
export async function applyMigrations(target: MigrationTarget): Promise<Migrated> {
  const { url, folder, schema = 'public' } = target;
  const files = await readMigrationFolder(folder);
  const client = new Client(migrationConnection(url, schema));
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    await waitForRunningScript(client);
    const history = await readHistory(client, schema);
    const later = laterMigrations(files.migrations, history);
    const pending = pendingMigrations(files.migrations, history);
    if (pending.length === 0) return later.length === 0 ? { applied: [] } : { applied: [], later };
    const unfinished = new Set(history.filter(({ isFinished }) => !isFinished).map(({ name }) => name));
    for (const migration of pending) {
      if (unfinished.has(migration.name)) await releaseUnfinished(client, schema, migration);
    }
    if (schema !== 'public') await client.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
    return await runEngine(url, schema, files);
  } finally {
    await client.end();
  }
}

async function runEngine(url: string, schema: string, files: MigrationFolder) {
  let running = 'The migrations';
  let said: unknown;
  const runScript: RunScript = async (pool, script) => {
    const migration = files.migrations.find(({ sql }) => sql === script);
    if (migration !== undefined) running = `The migration ${migration.name}`;
    await runAtomically(pool, schema, script).catch((failure: unknown) => {
      said = failure;
      throw failure;
    });
  };
  try {
    const input = { migrationsList: engineFolder(files), filters: everything };
    const applied = await withSchemaEngine({ url, schema, runScript }, (engine) =>
      engine.applyMigrations(input),
    );
    return { applied: applied.appliedMigrationNames };
  } catch (failure) {
    const cause = (said ?? failure) as Error;
    throw new Error(`${running} of schema ${schema} failed; PostgreSQL said: ${cause.message}`, { cause });
  }
}
