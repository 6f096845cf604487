import type { Client } from 'pg';
import { checksumsOf } from './migration-folder.js';
import type { Migration } from './migration-folder.js';

/** What `_prisma_migrations` says about one migration that was started and not rolled back. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
}

/** Reads the history of the schema that is first in the search path; empty when nothing was ever applied. */
export async function readHistory(client: Client, schema: string): Promise<readonly AppliedMigration[]> {
  const table = await client.query(`SELECT to_regclass($1) AS found`, [`"${schema}"._prisma_migrations`]);
  if (table.rows[0]?.found === null) return [];
  const history = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
       FROM "${schema}"._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return history.rows;
}

/** A migration that takes away what the version before it needs says so in its name: `<time>_contract_<what>`. */
const TAKES_AWAY = /^\d+_contract_/;

/**
 * Migrations that a newer version brought. Both versions may run at the same time, as in a rolling deployment or after a
 * step back: what a migration adds does not disturb the version before it. Throws when one of them takes something away,
 * or when code and database have gone different ways.
 */
export function laterMigrations(
  migrations: readonly Migration[],
  history: readonly AppliedMigration[],
): readonly string[] {
  const known = new Set(migrations.map(({ name }) => name));
  const later = history.map(({ name }) => name).filter((name) => !known.has(name));
  const last = migrations.at(-1)?.name ?? '';
  const applied = new Set(history.map(({ name }) => name));
  const isComplete = migrations.every(({ name }) => applied.has(name));
  const refused = later.filter((name) => !isComplete || name < last || TAKES_AWAY.test(name));
  if (refused.length > 0) {
    throw new Error(
      `The database is newer than this code: it has ${refused.join(', ')}, which this version cannot work with. ` +
        'Start the version that brought them, or a later one.',
    );
  }
  return later;
}

/** The migrations still to be applied. Throws when an applied one was changed. */
export function pendingMigrations(
  migrations: readonly Migration[],
  history: readonly AppliedMigration[],
): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const finished = history.filter((applied) => applied.isFinished && known.has(applied.name));
  const edited = finished.find(({ name, checksum }) => !checksumsOf(known.get(name)!.sql).includes(checksum));
  if (edited !== undefined) {
    throw new Error(
      `The migration ${edited.name} was changed after this database had applied it. ` +
        'Migrations only go forward: restore its text and write a new one.',
    );
  }
  const done = new Set(finished.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}
