import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One migration of a folder in Prisma's form: `<YYYYMMDDHHMMSS>_<what>/migration.sql`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export interface MigrationFolder {
  readonly folder: string;
  readonly lockfile: string | null;
  /** In the order in which they are applied: by name. */
  readonly migrations: readonly Migration[];
}

export async function readMigrationFolder(folder: string): Promise<MigrationFolder> {
  if (!existsSync(folder)) {
    throw new Error(`There is no migrations folder at ${folder}; a service keeps it in prisma/migrations.`);
  }
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrations = await Promise.all(names.sort().map((name) => readMigration(folder, name)));
  return { folder, lockfile: await readIfThere(join(folder, 'migration_lock.toml')), migrations };
}

/** The checksums Prisma accepts for a script: line ends do not count. */
export function checksumsOf(sql: string): readonly string[] {
  const lines = sql.replaceAll('\r\n', '\n');
  return [sql, lines, lines.replaceAll('\n', '\r\n')].map((text) =>
    createHash('sha256').update(text).digest('hex'),
  );
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readIfThere(join(folder, name, 'migration.sql'));
  if (sql === null) {
    throw new Error(`The migration ${name} in ${folder} has no migration.sql; add it or remove the folder.`);
  }
  return { name, sql };
}

async function readIfThere(path: string): Promise<string | null> {
  return existsSync(path) ? readFile(path, 'utf8') : null;
}
