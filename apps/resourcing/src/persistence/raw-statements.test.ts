import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inTransaction } from '@meridian/bus';
import type { ServiceSettings } from '@meridian/runtime';
import { testDatabase } from '@meridian/testing';
import type { TestDatabase } from '@meridian/testing';
import { Database } from './database.js';
import type { Tx } from './database.js';
import { Prisma } from './generated/client.js';

let owned: TestDatabase;
let database: Database;

beforeAll(async () => {
  owned = await testDatabase('resourcing');
  const settings = { DATABASE_URL: owned.url, DATABASE_POOL_SIZE: 2 };
  database = new Database(settings as ServiceSettings);
});

afterAll(async () => {
  await database?.$disconnect();
  await owned?.drop();
});

const LIMITS = { maxWait: 5_000, timeout: 10_000 };
const inBus = <R>(work: (tx: Tx) => Promise<R>): Promise<R> => inTransaction(database, work, LIMITS);

const VALUES = [
  `1::int2 AS a, (-2147483648)::int4 AS b, 9007199254740993::int8 AS c, NULL::int8 AS d, 0.1::float8 AS e, 1.5::float4 AS f`,
  `12345678901234567890.123456789::numeric AS a, 'NaN'::numeric AS b, NULL::numeric AS c, 0::numeric(10, 2) AS d`,
  `'2026-11-23'::date AS a, '23:59:59.123456'::time AS b, NULL::date AS c`,
  `'2026-03-29 02:30:00.123456'::timestamp AS a, '2026-03-29 02:30:00.5+05:30'::timestamptz AS b, '1969-12-31 23:59:59Z'::timestamptz AS c`,
  `true AS a, 'x'::text AS b, 'é'::varchar AS c, 'c'::char AS d, gen_random_uuid() IS NOT NULL AS e, '00000000-0000-0000-0000-000000000001'::uuid AS f`,
  `'{"a": [1, null, "x"]}'::json AS a, '[1.5]'::jsonb AS b, 'null'::jsonb AS c, NULL::json AS d`,
  `ARRAY[1, NULL, -9007199254740993]::int8[] AS a, ARRAY[1.10, NULL]::numeric[] AS b, '{}'::int8[] AS c, ARRAY[1, 2]::int4[] AS d`,
  `ARRAY['2026-11-23', NULL]::date[] AS a, ARRAY['2026-11-23 10:00:00+02']::timestamptz[] AS b, ARRAY['2026-11-23 10:00:00']::timestamp[] AS c`,
  `ARRAY['a', 'b,"c"', NULL]::text[] AS a, ARRAY['00000000-0000-0000-0000-000000000001']::uuid[] AS b, ARRAY[true, false]::bool[] AS c`,
  `'\\x00ff'::bytea AS a, NULL::bytea AS b`,
];

test.each(VALUES)('a handler reads %s in a transaction of the bus as Prisma reads it', async (columns) => {
  const sql = `SELECT ${columns}`;
  const [asPrisma] = await database.$queryRawUnsafe<object[]>(sql);
  const [inside] = await inBus((tx) => tx.$queryRawUnsafe<object[]>(sql));
  expect(inside).toEqual(asPrisma);
  const kinds = (row: object | undefined) =>
    Object.values(row ?? {}).map((value) => (value as object | null)?.constructor.name);
  expect(kinds(inside).map(asBytes)).toEqual(kinds(asPrisma).map(asBytes));
});

/** A Buffer is a Uint8Array. */
const asBytes = (kind: string | undefined) => (kind === 'Buffer' ? 'Uint8Array' : kind);

test('values of every kind arrive as Prisma sends them', async () => {
  const at = new Date('2026-03-29T02:30:00.123Z');
  const ask = (tx: Pick<Tx, '$queryRaw'>) => tx.$queryRaw<object[]>`
    SELECT ${at}::timestamptz AS a, ${at}::date AS b, ${7n}::int8 AS c, ${[1n, 9007199254740993n]}::int8[] AS d,
           ${[at]}::timestamptz[] AS e, ${new Prisma.Decimal('1.25')}::numeric AS f, ${null}::text AS g,
           ${['a', 'b"c']}::text[] AS h, ${JSON.stringify({ a: [1] })}::json AS i, ${new Uint8Array([0, 255])}::bytea AS j,
           ${true}::boolean AS k, ${1.5}::float8 AS l`;
  expect(await inBus(ask)).toEqual(await ask(database));
});

test('pieces of SQL among the values become part of the statement', async () => {
  const piece = Prisma.sql`${2}::int + ${Prisma.join([3, 4], '::int + ')}::int`;
  const ask = (tx: Pick<Tx, '$queryRaw'>) =>
    tx.$queryRaw<object[]>`SELECT ${1}::int + ${piece} AS sum, ${Prisma.raw("'raw'")} AS word`;
  expect(await inBus(ask)).toEqual([{ sum: 10, word: 'raw' }]);
  expect(await ask(database)).toEqual([{ sum: 10, word: 'raw' }]);
  expect(await inBus((tx) => tx.$queryRaw(Prisma.sql`SELECT ${5}::int AS five`))).toEqual([{ five: 5 }]);
});

test('raw statements and those of the client stand in one transaction, and say how many rows they changed', async () => {
  const rolledBack = inBus(async (tx) => {
    await tx.$executeRaw`CREATE TABLE kept (id int PRIMARY KEY)`;
    expect(await tx.$executeRaw`INSERT INTO kept SELECT generate_series(1, 3)`).toBe(3);
    expect(await tx.$executeRawUnsafe('DELETE FROM kept WHERE id > $1', 1)).toBe(2);
    expect(await tx.person.count()).toBe(0);
    expect(await tx.$queryRaw`SELECT id FROM kept`).toEqual([{ id: 1 }]);
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  expect(await database.$queryRaw`SELECT to_regclass('kept') IS NULL AS gone`).toEqual([{ gone: true }]);
});

test('after the transaction its statements are refused', async () => {
  const left = await inBus((tx) => Promise.resolve({ tx }));
  await expect(left.tx.$queryRaw`SELECT 1`).rejects.toMatchObject({ code: 'P2028' });
});
