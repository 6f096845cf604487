import { describe, expect, test } from '@jest/globals';
import { readSettings, WrongSettings } from './read-settings.js';
import { address, flag, oneOf, optional, port, secret, whole } from './setting.js';

const wanted = {
  DATABASE_URL: address('postgresql'),
  PORT: port(),
  LOG_LEVEL: optional(oneOf('debug', 'info'), 'info'),
  POOL: optional(whole(1, 20), 10),
  NATS_PASSWORD: secret('the password'),
  ALLOW: flag(),
};

const good = { DATABASE_URL: 'postgresql://a:b@db/x', PORT: '0', NATS_PASSWORD: 's' };

describe('the settings of a service', () => {
  test('come from the environment, and what is optional has a value of its own', () => {
    expect(readSettings(wanted, { ...good, POOL: '5' })).toEqual({
      DATABASE_URL: 'postgresql://a:b@db/x',
      PORT: 0,
      LOG_LEVEL: 'info',
      POOL: 5,
      NATS_PASSWORD: 's',
      ALLOW: false,
    });
  });

  test('are refused with one sentence for each that is missing or wrong', () => {
    const read = () =>
      readSettings(wanted, { PORT: 'http', LOG_LEVEL: 'loud', NATS_PASSWORD: ' ', POOL: '21' });
    expect(read).toThrow(WrongSettings);
    expect(read).toThrow('DATABASE_URL is missing; it must be an address that begins with postgresql://.');
    expect(read).toThrow('PORT is "http"; it must be a whole number from 0 to 65535.');
    expect(read).toThrow('LOG_LEVEL is "loud"; it must be one of debug, info.');
    expect(read).toThrow('POOL is "21"; it must be a whole number from 1 to 20.');
    expect(read).toThrow('NATS_PASSWORD is missing; it must be the password.');
  });

  test('are never shown when they may hold a password', () => {
    const read = () => readSettings(wanted, { ...good, DATABASE_URL: 'mysql://a:canary@db/x' });
    expect(read).toThrow(
      'DATABASE_URL is not acceptable; it must be an address that begins with postgresql://.',
    );
    expect(read).not.toThrow('canary');
  });
});
