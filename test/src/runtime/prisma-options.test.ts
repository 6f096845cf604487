import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inTransaction, STALE_PLAN } from '@meridian/bus';
import type { ServiceDatabase, SqlRunner } from '@meridian/bus';
import { prismaOptions } from '@meridian/runtime';
import { eventually } from '@meridian/testing';
import { migrationFixture } from './migration-fixture.js';
import type { MigrationFixture } from './migration-fixture.js';

type Connected = Awaited<ReturnType<ReturnType<typeof prismaOptions>['adapter']['connect']>>;

type Transaction = Awaited<ReturnType<Connected['startTransaction']>>;

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
const statement = (sql: string) => ({ sql, args: [], argTypes: [] });
const ask = (sql: string) => connected.queryRaw(statement(sql));
const running = async () =>
  (await fixture.ask(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'trial' AND state = 'active'`))
    .length;

/** A transaction as Prisma has it, and the bus's way into it. */
const inSession = <R>(work: (transaction: Transaction, session: SqlRunner) => Promise<R>): Promise<R> => {
  let transaction: Transaction;
  const begins = async (begun: (tx: SqlRunner) => Promise<R>): Promise<R> => {
    transaction = await connected.startTransaction();
    return begun(connected as never);
  };
  const database = { $transaction: begins } as unknown as ServiceDatabase;
  return inTransaction(database, (_tx, session) => work(transaction, session));
};

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
    const columns = async () => {
      const transaction = await connected.startTransaction();
      try {
        return (await transaction.queryRaw(all)).columnNames;
      } finally {
        await transaction.rollback();
        await ask('ROLLBACK');
      }
    };
    for (let time = 0; time < 5; time += 1) await columns();
    await ask('ALTER TABLE shape ADD COLUMN two integer');
    await expect(columns()).rejects.toMatchObject({ cause: { originalCode: STALE_PLAN } });
    expect(await columns()).toEqual(['one', 'two']);
  });

  test('takes nothing more into a transaction whose end waits for its turn', async () => {
    await connect();
    await ask('CREATE TABLE written (what text)');
    const written = (what: string) => `INSERT INTO written VALUES ('${what}')`;
    const outcomes = await inSession(async (transaction, session) => {
      await transaction.executeRaw(statement(written('effect')));
      const asked = [
        session.$executeRawUnsafe(written('while there was time')),
        transaction.executeRaw(statement('ROLLBACK')),
        session.$executeRawUnsafe(written('answer of the command')),
        transaction.executeRaw(statement(written('second half of an operation'))),
        transaction.queryRaw(statement('SELECT 1')),
      ];
      return Promise.allSettled(asked).finally(() => transaction.rollback());
    });
    const [done, over] = [{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'P2028' } }];
    expect(outcomes).toMatchObject([done, done, over, over, over]);
    expect((await ask('SELECT what FROM written')).rows).toEqual([]);
  });

  test('calls nothing committed that PostgreSQL rolled back, because somebody caught the error of a statement', async () => {
    await connect();
    await ask('CREATE TABLE written (what text)');
    const transaction = await connected.startTransaction();
    await transaction.executeRaw(statement("INSERT INTO written VALUES ('effect')"));
    await transaction.executeRaw(statement('SELECT 1 / 0')).catch(() => undefined);
    await expect(transaction.executeRaw(statement('COMMIT'))).rejects.toMatchObject({ code: '25P02' });
    await transaction.rollback();
    expect((await ask('SELECT what FROM written')).rows).toEqual([]);
  });

  test('lends nobody a session whose transaction may not have ended', async () => {
    await connect({ statementMs: 500 });
    await ask('CREATE TABLE written (what text)');
    const transaction = await connected.startTransaction();
    await transaction.executeRaw(statement('SET LOCAL statement_timeout = 0'));
    await transaction.executeRaw(statement("INSERT INTO written VALUES ('effect')"));
    const unanswered = transaction.queryRaw(statement('SELECT 1 FROM pg_sleep(2)'));
    const ended = transaction.executeRaw(statement('ROLLBACK'));
    for (const outcome of await Promise.allSettled([unanswered, ended])) {
      expect(outcome).toMatchObject({ status: 'rejected' });
    }
    await transaction.rollback();
    expect((await ask('SELECT what FROM written')).rows).toEqual([]);
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
