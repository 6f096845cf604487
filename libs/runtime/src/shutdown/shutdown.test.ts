import { describe, expect, test } from '@jest/globals';
import { Shutdown } from './shutdown.js';

describe('the end of a service', () => {
  test('closes what was opened last first, each after the other', async () => {
    const order: string[] = [];
    const shutdown = new Shutdown();
    shutdown.opened('database', () => order.push('database'));
    shutdown.opened('bus', async () => {
      await new Promise((done) => setImmediate(done));
      order.push('bus');
    });
    expect(await shutdown.run(1_000)).toEqual({ closed: ['bus', 'database'], hung: [], failed: [] });
    expect(order).toEqual(['bus', 'database']);
  });

  test('names what did not close before the deadline and what waited behind it', async () => {
    const shutdown = new Shutdown();
    shutdown.opened('database', () => undefined);
    shutdown.opened('bus', () => new Promise(() => undefined));
    shutdown.opened('door', () => undefined);
    expect(await shutdown.run(20)).toEqual({ closed: ['door'], hung: ['bus', 'database'], failed: [] });
  });

  test('goes on when closing something fails', async () => {
    const error = new Error('already closed');
    const shutdown = new Shutdown();
    shutdown.opened('database', () => undefined);
    shutdown.opened('bus', () => {
      throw error;
    });
    const report = await shutdown.run(1_000);
    expect(report).toEqual({ closed: ['bus', 'database'], hung: [], failed: [{ name: 'bus', error }] });
  });
});
