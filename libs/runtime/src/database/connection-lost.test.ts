import { expect, test } from '@jest/globals';
import { isConnectionLost } from './connection-lost.js';

const coded = (code: string) => Object.assign(new Error('no'), { code });

test.each([
  coded('ECONNRESET'),
  coded('ECONNREFUSED'),
  coded('57P01'),
  coded('57P03'),
  coded('53100'),
  new Error('Connection terminated unexpectedly'),
  new Error('Client has encountered a connection error and is not queryable'),
  new Error('The migration failed', { cause: coded('08006') }),
])('a database that went away may be back: %s', (failure) => {
  expect(isConnectionLost(failure)).toBe(true);
});

test.each([
  coded('42P07'),
  new Error('The migration was changed after it had been applied.'),
  new Error('The migration failed', { cause: coded('23505') }),
  'ECONNRESET',
])('what the database refuses it will refuse again: %s', (failure) => {
  expect(isConnectionLost(failure)).toBe(false);
});
