import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { applyMigrations, migrationDrift } from '@meridian/runtime';
import { eventually } from '@meridian/testing';
import { migrationFixture } from './migration-fixture.js';
import type { MigrationFixture } from './migration-fixture.js';

const PROCESS = fileURLToPath(new URL('./migrate-once.js', import.meta.url));
const LEDGER = 'CREATE TABLE ledger (id uuid PRIMARY KEY, amount_minor bigint NOT NULL);';
const APPEND_ONLY = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the ledger only grows; add a correction';
  END;
  $$;
  CREATE TRIGGER ledger_grows BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION refuse_change();
  -- done`;

let fixture: MigrationFixture;
const apply = (schema?: string) =>
  applyMigrations({ url: fixture.database.url, folder: fixture.folder, schema });
const recorded = () =>
  fixture.ask<{ name: string; checksum: string; done: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS done FROM _prisma_migrations
      WHERE rolled_back_at IS NULL ORDER BY 1`,
  );

beforeEach(async () => {
  fixture = await migrationFixture();
});
afterEach(() => fixture.end());

describe('migrations', () => {
  test('are applied in order, once, and recorded the way Prisma records them', async () => {
    await fixture.write('20260102000000_append_only', APPEND_ONLY);
    await fixture.write('20260101000000_ledger', LEDGER);
    expect(await apply()).toEqual({ applied: ['20260101000000_ledger', '20260102000000_append_only'] });
    expect(await apply()).toEqual({ applied: [] });
    const checksum = createHash('sha256').update(LEDGER).digest('hex');
    expect(await recorded()).toMatchObject([{ checksum, done: true }, { done: true }]);
    await fixture.ask(`INSERT INTO ledger VALUES (gen_random_uuid(), 5)`);
    await expect(fixture.ask('DELETE FROM ledger')).rejects.toThrow(
      'the ledger only grows; add a correction',
    );
  });

  test('of the bus live in a schema of their own beside those of the service', async () => {
    await fixture.write('20260101000000_ledger', LEDGER);
    expect(await apply()).toEqual(await apply('bus'));
    const tables = await fixture.ask(
      `SELECT schemaname FROM pg_tables WHERE tablename = 'ledger' ORDER BY 1`,
    );
    expect(tables).toEqual([{ schemaname: 'bus' }, { schemaname: 'public' }]);
  });

  test('are applied by one of the replicas that start at the same time', async () => {
    await fixture.write('20260101000000_ledger', `SELECT pg_sleep(0.3); ${LEDGER}`);
    await fixture.write('20260102000000_append_only', APPEND_ONLY);
    const start = () =>
      promisify(execFile)(process.execPath, [PROCESS, fixture.database.url, fixture.folder]);
    const replicas = await Promise.all([start(), start(), start()]);
    const applied = replicas.flatMap(({ stdout }) => (JSON.parse(stdout) as { applied: string[] }).applied);
    expect(applied).toEqual(['20260101000000_ledger', '20260102000000_append_only']);
  });

  test('that fail leave nothing behind, say what PostgreSQL said, and run again when put right', async () => {
    await fixture.write('20260101000000_ledger', LEDGER);
    await fixture.write('20260102000000_rates', 'CREATE TABLE rates (id int); ALTER TABLE rate ADD x int;');
    await expect(apply()).rejects.toThrow(
      'The migration 20260102000000_rates of schema public failed; PostgreSQL said: relation "rate" does not exist',
    );
    expect(await fixture.ask(`SELECT 1 FROM pg_tables WHERE tablename = 'rates'`)).toEqual([]);
    await fixture.write('20260102000000_rates', 'CREATE TABLE rates (id int); ALTER TABLE rates ADD x int;');
    expect(await apply()).toEqual({ applied: ['20260102000000_rates'] });
  });

  test('of a newer version do not keep the version before it from starting', async () => {
    await fixture.write('20260101000000_ledger', LEDGER);
    await fixture.write('20260102000000_append_only', APPEND_ONLY);
    await apply();
    await rm(join(fixture.folder, '20260102000000_append_only'), { recursive: true });
    expect(await apply()).toEqual({ applied: [], later: ['20260102000000_append_only'] });
  });

  test.each(['20260102000000_contract_ledger', '20251231000000_earlier'])(
    'of a newer version that the version before cannot work with are refused: %s',
    async (name) => {
      await fixture.write('20260101000000_ledger', LEDGER);
      await fixture.write(name, 'SELECT 1;');
      await apply();
      await rm(join(fixture.folder, name), { recursive: true });
      await expect(apply()).rejects.toThrow(
        `The database is newer than this code: it has ${name}, which this version cannot work with.`,
      );
    },
  );

  test('are refused when one was changed after it had been applied', async () => {
    await fixture.write('20260101000000_ledger', LEDGER);
    await apply();
    await fixture.write('20260101000000_ledger', `${LEDGER} -- changed`);
    await expect(apply()).rejects.toThrow('The migration 20260101000000_ledger was changed after');
    await fixture.write('20260101000000_ledger', LEDGER);
    expect(await apply()).toEqual({ applied: [] });
  });

  test('whose process is killed half way take effect once', async () => {
    await fixture.write('20260101000000_ledger', LEDGER);
    await fixture.write(
      '20260102000000_opening',
      'INSERT INTO ledger VALUES (gen_random_uuid(), 1); SELECT pg_sleep(1);',
    );
    const child = spawn(process.execPath, [PROCESS, fixture.database.url, fixture.folder], {
      stdio: 'ignore',
    });
    await eventually(async () => (await runningScripts()) === 1);
    child.kill('SIGKILL');
    await apply();
    expect(await fixture.ask('SELECT amount_minor FROM ledger')).toHaveLength(1);
    expect(await recorded()).toMatchObject([{ done: true }, { done: true }]);
  });

  test('whose connection is cut half way run again at the next start', async () => {
    await fixture.write('20260101000000_ledger', `${LEDGER} SELECT pg_sleep(30);`);
    const cut = apply().catch((failure: Error) => failure.message);
    await eventually(async () => (await runningScripts()) === 1);
    await fixture.ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%'
      AND application_name = 'meridian-migrations'`);
    expect(await cut).toMatch(
      'The migration 20260101000000_ledger of schema public failed; PostgreSQL said: terminating',
    );
    await fixture.write('20260101000000_ledger', LEDGER);
    expect(await apply()).toEqual({ applied: ['20260101000000_ledger'] });
  });

  test('that stopped half way and manage their own transactions wait for a person', async () => {
    await fixture.write('20260101000000_ledger', LEDGER);
    await fixture.write('20260102000000_index', 'CREATE INDEX CONCURRENTLY amounts ON ledger (amount);');
    await expect(apply()).rejects.toThrow('PostgreSQL said: column "amount" does not exist');
    await expect(apply()).rejects.toThrow(
      '20260102000000_index stopped half way and manages its own transactions',
    );
  });

  test('are compared with schema.prisma, and the difference is named in SQL', async () => {
    await fixture.write('20260101000000_ledger', LEDGER);
    await apply();
    const schemaFile = join(fixture.folder, 'schema.prisma');
    await writeFile(schemaFile, schemaWith('amount_minor'));
    expect(await migrationDrift({ url: fixture.database.url, schemaFile })).toBeUndefined();
    await writeFile(schemaFile, schemaWith('amount'));
    expect(await migrationDrift({ url: fixture.database.url, schemaFile })).toContain(
      'DROP COLUMN "amount_minor"',
    );
  });
});

async function runningScripts(): Promise<number> {
  const rows =
    await fixture.ask(`SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep%'
    AND application_name = 'meridian-migrations'`);
  return rows.length;
}

function schemaWith(field: string): string {
  return [
    'datasource db {\nprovider = "postgresql"\n}',
    'generator client {\nprovider = "prisma-client"\noutput = "generated"\n}',
    `model ledger {\nid String @id @db.Uuid\n${field} BigInt\n}`,
  ].join('\n');
}
