import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase } from '@meridian/testing';
import type { TestDatabase } from '@meridian/testing';
import { Client } from 'pg';

/** An empty database and a folder of migrations, for one test. */
export interface MigrationFixture {
  readonly database: TestDatabase;
  readonly folder: string;
  write(name: string, sql: string): Promise<void>;
  ask<Row>(sql: string): Promise<Row[]>;
  end(): Promise<void>;
}

export async function migrationFixture(): Promise<MigrationFixture> {
  const database = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'meridian-migrations-'));
  const client = new Client(database.adminUrl);
  client.on('error', () => undefined);
  await client.connect();
  return {
    database,
    folder,
    async write(name, sql) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'migration.sql'), sql);
    },
    ask: async (sql) => (await client.query(sql)).rows,
    async end() {
      await client.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
