import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { STALE_PLAN } from '@meridian/bus';
import { prismaOptions } from '@meridian/runtime';
import { eventually } from '@meridian/testing';
import { migrationFixture } from './migration-fixture.js';
import type { MigrationFixture } from './migration-fixture.js';

type Connected = Awaited<ReturnType<ReturnType<typeof prismaOptions>['adapter']['connect']>>;

let fixture: MigrationFixture;
let connected: Connected;

const connect = async (access: { readonly statementMs?: number } = {}) => {
  const url = fixture.database.url;
  connected = await prismaOptions({
    url,
    poolSize: 1,
    applicationName: 'trial',
    ...access,
  }).adapter.connect();
};
const ask = (sql: string) => connected.queryRaw({ sql, args: [], argTypes: [] });
const running = async () =>
  (await fixture.ask(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'trial' AND state = 'active'`))
    .length;

beforeEach(async () => {
  fixture = await migrationFixture();
});
afterEach(async () => {
  await connected.dispose();
  await fixture.end();
});

describe('the database of a service', () => {
  test('is used again after a connection broke under a statement', async () => {
    await connect();
    const broken = ask('SELECT 1 FROM pg_sleep(30)').catch((failure: Error) => failure);
    await eventually(async () => (await running()) === 1);
    await fixture.ask(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'trial'`,
    );
    expect(await broken).toBeInstanceOf(Error);
    expect((await ask('SELECT 7 AS seven')).rows).toEqual([[7]]);
  });

  test('cancels a statement that runs too long', async () => {
    await connect({ statementMs: 100 });
    await expect(ask('SELECT 1 FROM pg_sleep(30)')).rejects.toMatchObject({
      cause: { originalCode: '57014' },
    });
    expect((await ask('SELECT 7 AS seven')).rows).toEqual([[7]]);
  });

  test('asks again when a table changed under a statement it had prepared', async () => {
    await connect();
    await ask('CREATE TABLE shape (one integer)');
    const all = 'SELECT * FROM shape';
    for (let time = 0; time < 5; time += 1) await ask(all);
    await ask('ALTER TABLE shape ADD COLUMN two integer');
    expect((await ask(all)).columnNames).toEqual(['one', 'two']);
  });

  test('fails a transaction once when a table changed under a statement it had prepared', async () => {
    await connect();
    await ask('CREATE TABLE shape (one integer)');
    const all = { sql: 'SELECT * FROM shape', args: [], argTypes: [] };
    const inTransaction = async () => {
      const transaction = await connected.startTransaction();
      try {
        return (await transaction.queryRaw(all)).columnNames;
      } finally {
        await transaction.rollback();
        await ask('ROLLBACK');
      }
    };
    for (let time = 0; time < 5; time += 1) await inTransaction();
    await ask('ALTER TABLE shape ADD COLUMN two integer');
    await expect(inTransaction()).rejects.toMatchObject({ cause: { originalCode: STALE_PLAN } });
    expect(await inTransaction()).toEqual(['one', 'two']);
  });

  test('lets a forgotten transaction go', async () => {
    await connect({ statementMs: 100 });
    const forgotten = await connected.startTransaction();
    await eventually(async () => {
      expect(await fixture.ask(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'trial'`)).toEqual(
        [],
      );
    });
    await expect(forgotten.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })).rejects.toThrow();
    await forgotten.rollback();
  });
});
