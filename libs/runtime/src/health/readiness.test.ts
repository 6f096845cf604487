import { describe, expect, test } from '@jest/globals';
import { Readiness } from './readiness.js';

describe('a service is ready', () => {
  test('when it has started and every check is well', async () => {
    const readiness = new Readiness();
    readiness.add({ name: 'database', probe: () => Promise.resolve() });
    expect(await readiness.report()).toEqual({
      isReady: false,
      checks: { service: 'starting', database: 'ok' },
    });
    readiness.open();
    expect(await readiness.report()).toEqual({ isReady: true, checks: { service: 'ok', database: 'ok' } });
  });

  test('not when a check fails, which is named with its reason', async () => {
    const readiness = new Readiness();
    readiness.add({ name: 'bus', probe: () => Promise.reject(new Error('the broker does not store')) });
    readiness.open();
    expect(await readiness.report()).toEqual({
      isReady: false,
      checks: { service: 'ok', bus: 'failing: the broker does not store' },
    });
  });

  test('not once it drains, however well its checks are', async () => {
    const readiness = new Readiness();
    readiness.open();
    expect(await readiness.report()).toMatchObject({ isReady: true });
    readiness.close();
    expect(await readiness.report()).toEqual({ isReady: false, checks: { service: 'draining' } });
  });

  test('for many askers at the cost of one probing', async () => {
    let probes = 0;
    const readiness = new Readiness();
    readiness.add({ name: 'database', probe: async () => void probes++ });
    readiness.open();
    await Promise.all(Array.from({ length: 50 }, () => readiness.report()));
    expect(probes).toBe(1);
  });
});
