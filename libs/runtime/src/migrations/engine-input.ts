import type { MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { MigrationFolder } from './migration-folder.js';

/** Every table and enum of the schema belongs to its migrations. */
export const everything: SchemaFilter = { externalTables: [], externalEnums: [] };

/** A migration folder in the words of the schema engine. */
export function engineFolder({ folder, lockfile, migrations }: MigrationFolder): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** The connection settings of migrations: one schema in sight, and a name in `pg_stat_activity`. */
export function migrationConnection(url: string, schema: string) {
  if (!/^[a-z_]+$/.test(schema)) {
    throw new Error(
      `The schema "${schema}" cannot be migrated; its name may hold small letters and underscores.`,
    );
  }
  return {
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'meridian-migrations',
    options: `-c search_path=${schema}`,
  };
}
