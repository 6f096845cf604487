import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, freePort } from '@meridian/testing';
import { TrialFixture } from './trial-fixture.js';

let trials: TrialFixture;

beforeAll(async () => {
  trials = await TrialFixture.open();
});
afterAll(async () => {
  await trials.close();
});
beforeEach(() => trials.begin());
afterEach(() => trials.end());

describe('a service that starts', () => {
  test('brings its database up to date, says ready, and shows health and metrics apart from its door', async () => {
    const { door, health } = await trials.start().ready();
    expect(await trials.database.ask('SELECT count(*)::int AS rows FROM ledger')).toEqual([{ rows: 0 }]);
    expect(await trials.database.ask('SELECT count(*)::int AS rows FROM bus.outbox')).toEqual([{ rows: 0 }]);
    const ready = await fetch(`${health}/healthz/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { status: 'ready', checks: { database: 'ok', bus: 'ok' } },
    ]);
    const metrics = await (await fetch(`${health}/metrics`)).text();
    expect(metrics).toMatch(/nodejs_eventloop_lag_seconds\{service="quality"\} \d/);
    expect(metrics).toContain('meridian_bus_relay_lag_ms{service="quality"} 0');
    expect(metrics).toMatch(/process_resident_memory_bytes\{service="quality"\} \d/);
    for (const path of ['/metrics', '/healthz/ready']) expect((await fetch(door + path)).status).toBe(404);
  });

  test('is alive but not ready while the broker is not there, and becomes ready without help', async () => {
    await trials.broker.server.stop();
    const healthPort = await freePort();
    const trial = trials.start({ HEALTH_PORT: String(healthPort) });
    await eventually(() => trial.output().includes('waiting for the broker: connect ECONNREFUSED'));
    const [live, ready] = await Promise.all(
      ['live', 'ready'].map((question) => fetch(`http://127.0.0.1:${healthPort}/healthz/${question}`)),
    );
    expect(live!.status).toBe(200);
    expect([ready!.status, await ready!.json()]).toMatchObject([503, { checks: { service: 'starting' } }]);
    await trials.broker.server.restart();
    await trial.ready();
  });

  test('ends when told to, also while it waits for the database', async () => {
    const trial = trials.start({ DATABASE_URL: `postgresql://127.0.0.1:${await freePort()}/nothing` });
    await eventually(() => trial.output().includes('waiting for the database: connect ECONNREFUSED'));
    trial.kill('SIGTERM');
    expect(await trial.ended).toBe(0);
  });

  test('names every setting that is missing or wrong and shows no secret', async () => {
    const trial = trials.start({ DATABASE_URL: 'mysql://me:canary@db/x', NATS_USER: '', PORT: 'http' });
    expect(await trial.ended).toBe(1);
    expect(trial.lines()[0]?.['message']).toBe(
      'quality cannot start: NATS_USER is missing; it must be the NATS user of this service. ' +
        'PORT is "http"; it must be a whole number from 0 to 65535. DATABASE_URL is not acceptable; ' +
        'it must be an address that begins with postgresql:// or postgres://.',
    );
    expect(trial.output()).not.toContain('canary');
  });

  test('refuses a database that could lose what it has acknowledged, unless that is allowed', async () => {
    await trials.database.ask(`ALTER DATABASE ${trials.database.database.name} SET synchronous_commit = off`);
    const refused = trials.start();
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('synchronous_commit is off; it must be on.');
    const allowed = trials.start({ MERIDIAN_ALLOW_UNSAFE_DATABASE: '1' });
    await allowed.ready();
    expect(allowed.output()).toContain('unsafe database allowed: synchronous_commit is off');
  });

  test('says which migration fails and ends', async () => {
    await trials.database.write('20260102000000_rates', 'ALTER TABLE rate ADD x int;');
    const trial = trials.start();
    expect(await trial.ended).toBe(1);
    expect(trial.output()).toContain(
      'quality cannot start: The migration 20260102000000_rates of schema public failed; PostgreSQL said: ' +
        'relation \\"rate\\" does not exist',
    );
  });
});
