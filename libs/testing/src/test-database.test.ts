import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { emptyDatabase, testDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

const databases: TestDatabase[] = [];

beforeAll(async () => {
  databases.push(...(await Promise.all([testDatabase('bus'), testDatabase('bus'), emptyDatabase()])));
});

afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
});

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

test('a test database has the tables of the bus', async () => {
  const tables = await ask<{ name: string }>(
    databases[0]!.url,
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'bus'`,
  );
  expect(tables.length).toBeGreaterThan(3);
});

test('two test files never see each other', async () => {
  await ask(databases[0]!.url, 'CREATE TABLE only_here (id int)');
  await expect(ask(databases[1]!.url, 'SELECT * FROM only_here')).rejects.toThrow('does not exist');
});

test('the owner of a test database is no superuser', async () => {
  const [role] = await ask<{ rolsuper: boolean }>(
    databases[0]!.url,
    'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
  );
  expect(role).toEqual({ rolsuper: false });
});

test('an empty database has no tables and lets its owner make some', async () => {
  const { url } = databases[2]!;
  await ask(url, 'CREATE TABLE first_one (id int)');
  const tables = await ask(
    url,
    `SELECT 1 FROM information_schema.tables WHERE table_schema IN ('bus', 'public')`,
  );
  expect(tables).toHaveLength(1);
});

test('tests run on a server that keeps what it has committed', async () => {
  const [settings] = await ask(
    databases[0]!.url,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  );
  expect(settings).toEqual({ fsync: 'on', commit: 'on' });
});

test('a dropped database is gone, also with somebody connected', async () => {
  const database = await emptyDatabase();
  const client = new Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  await database.drop();
  await expect(ask(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
});

test('an unknown service is named with the folder that is missing', async () => {
  await expect(testDatabase('catering')).rejects.toThrow(
    /no migrations for catering: the folder .*apps\/catering/,
  );
});
