import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answersKeptDays, OldAnswers } from '@meridian/bus';
import { PgDatabase, testDatabase } from '@meridian/testing';
import type { TestDatabase } from '@meridian/testing';

let home: TestDatabase;
let database: PgDatabase;

beforeAll(async () => {
  home = await testDatabase('bus');
  database = new PgDatabase(home.url);
});

afterAll(async () => {
  await database?.close();
  await home?.drop();
});

test('answers of commands are kept as long as promised, and no longer', async () => {
  await database.$executeRawUnsafe(
    `INSERT INTO bus.command_answer (key, subject, fingerprint, answer, at)
     SELECT 'k' || n, 'requests.trial', 'f', '{}', now() - make_interval(days => n / 100) FROM generate_series(0, 4099) AS n`,
  );
  const silent = { warn: () => undefined, error: () => undefined };
  expect(await new OldAnswers(database, 30, silent).forget()).toBe(1_100);
  const [left] = await database.$queryRawUnsafe<{ oldest: number }[]>(
    'SELECT max(extract(day FROM now() - at))::int AS oldest FROM bus.command_answer',
  );
  expect(left).toEqual({ oldest: 29 });
});

test('how long is said in whole days', () => {
  expect([answersKeptDays({}), answersKeptDays({ COMMAND_ANSWER_DAYS: '7' })]).toEqual([30, 7]);
  expect(() => answersKeptDays({ COMMAND_ANSWER_DAYS: 'soon' })).toThrow(
    'COMMAND_ANSWER_DAYS is "soon"; it must be a whole number of days from 1.',
  );
});
