import { expect, test } from '@jest/globals';
import type { SqlRunner } from '../outbox/service-database.js';
import { endStatement } from './end-statement.js';
import { failureClass } from './failure-class.js';

const answering = (rows: unknown): SqlRunner => ({
  $queryRawUnsafe: async <R>() => rows as R,
  $executeRawUnsafe: async () => 0,
});
const silent: SqlRunner = {
  $queryRawUnsafe: () => new Promise(() => undefined),
  $executeRawUnsafe: () => new Promise(() => undefined),
};
const away: SqlRunner = {
  $queryRawUnsafe: () => Promise.reject(new Error('Connection terminated unexpectedly')),
  $executeRawUnsafe: () => Promise.reject(new Error('Connection terminated unexpectedly')),
};
/** Its statement was ended by PostgreSQL's own limit. */
const aborted: SqlRunner = {
  ...away,
  $queryRawUnsafe: () =>
    Promise.reject(Object.assign(new Error('current transaction is aborted'), { code: '25P02' })),
};
/** What a hanging reaction counts as when the database and its session behave so. */
const verdict = (database: SqlRunner, session: SqlRunner) =>
  endStatement(database, session, '7').then(
    () => 'hang',
    (error: unknown) => failureClass(error),
  );

test('a statement that runs on and on is a hang, and so is code that does nothing while its session answers', async () => {
  expect(await verdict(answering([{ isWorking: true }]), silent)).toBe('hang');
  expect(await verdict(answering([{ isWorking: false }]), answering([{}]))).toBe('hang');
});

test('a statement that PostgreSQL ended by its own limit a moment before is a hang', async () => {
  expect(await verdict(answering([]), aborted)).toBe('hang');
  expect(await verdict(answering([{ isWorking: false }]), aborted)).toBe('hang');
});

test.each([
  ['the session is gone', answering([]), answering([{}])],
  ['the session is lost', answering([]), away],
  ['the database is away', away, answering([{}])],
  ['what was asked on the session never arrived', answering([{ isWorking: false }]), silent],
  ['nobody answers', silent, silent],
])('when %s, it is an outage', async (_case, database, session) => {
  expect(await verdict(database, session)).toBe('outage');
});
