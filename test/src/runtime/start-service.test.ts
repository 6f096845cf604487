import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, freePort, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { CLAIMS, trialService } from '../bus/trial-services.js';
import type { TrialService } from '../bus/trial-services.js';
import { migrationFixture } from './migration-fixture.js';
import type { MigrationFixture } from './migration-fixture.js';
import { AskSlowly } from './trial-contract.js';
import { startTrial } from './trial-process.js';
import type { TrialProcess } from './trial-process.js';

let broker: TestBroker;
let fixture: MigrationFixture;
let asking: TrialService;
let started: TrialProcess[];

const environment = (changes: Record<string, string> = {}) => ({
  DATABASE_URL: fixture.database.url,
  NATS_URL: broker.url,
  NATS_USER: 'quality',
  NATS_PASSWORD: broker.passwords.quality,
  PORT: '0',
  HEALTH_PORT: '0',
  TRIAL_END: 'closes',
  ...changes,
});
const start = (changes?: Record<string, string>) => {
  const trial = startTrial(fixture.folder, environment(changes));
  started.push(trial);
  return trial;
};

beforeAll(async () => {
  broker = await testBroker();
  asking = await trialService('projects', broker, [], {
    natsUser: 'operator',
    natsPassword: broker.passwords.operator,
  });
});
afterAll(async () => {
  await asking.end();
  await broker.stop();
});
beforeEach(async () => {
  started = [];
  fixture = await migrationFixture();
  await fixture.write('20260101000000_ledger', 'CREATE TABLE ledger (id uuid PRIMARY KEY);');
});
afterEach(async () => {
  for (const trial of started) trial.kill('SIGKILL');
  await Promise.all(started.map((trial) => trial.ended));
  await fixture.end();
});

describe('a service that starts', () => {
  test('brings its database up to date, says ready, and shows health and metrics apart from its door', async () => {
    const { door, health } = await start().ready();
    expect(await fixture.ask('SELECT count(*)::int AS rows FROM ledger')).toEqual([{ rows: 0 }]);
    expect(await fixture.ask('SELECT count(*)::int AS rows FROM bus.outbox')).toEqual([{ rows: 0 }]);
    const ready = await fetch(`${health}/healthz/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready', checks: { database: 'ok', bus: 'ok' } }]);
    const metrics = await (await fetch(`${health}/metrics`)).text();
    expect(metrics).toMatch(/nodejs_eventloop_lag_seconds\{service="quality"\} \d/);
    expect(metrics).toContain('meridian_bus_relay_lag_ms{service="quality"} 0');
    expect(metrics).toMatch(/process_resident_memory_bytes\{service="quality"\} \d/);
    for (const path of ['/metrics', '/healthz/ready']) expect((await fetch(door + path)).status).toBe(404);
  });

  test('is alive but not ready while the broker is not there, and becomes ready without help', async () => {
    await broker.server.stop();
    const healthPort = await freePort();
    const trial = start({ HEALTH_PORT: String(healthPort) });
    await eventually(() => trial.output().includes('waiting for the broker: connect ECONNREFUSED'));
    const [live, ready] = await Promise.all(
      ['live', 'ready'].map((question) => fetch(`http://127.0.0.1:${healthPort}/healthz/${question}`)),
    );
    expect(live!.status).toBe(200);
    expect([ready!.status, await ready!.json()]).toMatchObject([503, { checks: { service: 'starting' } }]);
    await broker.server.restart();
    await trial.ready();
  });

  test('ends when told to, also while it waits for the database', async () => {
    const trial = start({ DATABASE_URL: `postgresql://127.0.0.1:${await freePort()}/nothing` });
    await eventually(() => trial.output().includes('waiting for the database: connect ECONNREFUSED'));
    trial.kill('SIGTERM');
    expect(await trial.ended).toBe(0);
  });

  test('names every setting that is missing or wrong and shows no secret', async () => {
    const trial = start({ DATABASE_URL: 'mysql://me:canary@db/x', NATS_USER: '', PORT: 'http' });
    expect(await trial.ended).toBe(1);
    expect(trial.lines()[0]?.['message']).toBe(
      'quality cannot start: NATS_USER is missing; it must be the NATS user of this service. ' +
        'PORT is "http"; it must be a whole number from 0 to 65535. DATABASE_URL is not acceptable; ' +
        'it must be an address that begins with postgresql:// or postgres://.',
    );
    expect(trial.output()).not.toContain('canary');
  });

  test('refuses a database that could lose what it has acknowledged, unless that is allowed', async () => {
    await fixture.ask(`ALTER DATABASE ${fixture.database.name} SET synchronous_commit = off`);
    const refused = start();
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('synchronous_commit is off; it must be on.');
    const allowed = start({ MERIDIAN_ALLOW_UNSAFE_DATABASE: '1' });
    await allowed.ready();
    expect(allowed.output()).toContain('unsafe database allowed: synchronous_commit is off');
  });

  test('says which migration fails and ends', async () => {
    await fixture.write('20260102000000_rates', 'ALTER TABLE rate ADD x int;');
    const trial = start();
    expect(await trial.ended).toBe(1);
    expect(trial.output()).toContain(
      'quality cannot start: The migration 20260102000000_rates of schema public failed; PostgreSQL said: ' +
        'relation \\"rate\\" does not exist',
    );
  });
});

describe('a service that runs', () => {
  test('writes no password and no token into its log', async () => {
    const trial = start({ LOG_LEVEL: 'trace' });
    const { door } = await trial.ready();
    await fetch(`${door}/sign-in?code=canary-code`, {
      method: 'POST',
      headers: { authorization: 'Bearer canary-token-123', cookie: 'session=canary-cookie' },
    });
    await eventually(() => trial.output().includes('somebody signs in'));
    await eventually(() => expect(trial.output()).toContain('request completed'));
    expect(trial.output()).not.toContain('canary');
    expect(trial.output()).not.toContain(broker.passwords.quality);
    expect(trial.output()).not.toContain(new URL(fixture.database.url).password);
  });

  test('gives every line of a request the correlation id its caller sent', async () => {
    const trial = start();
    const { door } = await trial.ready();
    const correlationId = randomUUID();
    await fetch(`${door}/sign-in`, { method: 'POST', headers: { 'correlation-id': correlationId } });
    await eventually(() =>
      expect(trial.lines().find(({ message }) => message === 'somebody signs in')).toMatchObject({
        correlationId,
        service: 'quality',
      }),
    );
  });

  test('ends with code 1 when a promise fails and nobody handles it', async () => {
    const trial = start();
    const { door } = await trial.ready();
    await fetch(`${door}/forget`, { method: 'POST' }).catch(() => undefined);
    expect(await trial.ended).toBe(1);
    expect(trial.output()).toContain('nobody waits for this promise');
  });
});

describe('a service that ends', () => {
  test('finishes the requests under way, takes no new ones, and ends with code 0', async () => {
    const trial = start();
    const { door } = await trial.ready();
    const slow = fetch(`${door}/slow`);
    await eventually(() => trial.output().includes('a slow answer begins'));
    trial.kill('SIGTERM');
    const answer = await slow;
    expect([answer.status, await answer.text()]).toEqual([200, 'done']);
    expect(answer.headers.get('connection')).toBe('close');
    expect(await trial.ended).toBe(0);
    expect(Number(trial.lines().find(({ message }) => message === 'ended')?.['ms'])).toBeLessThan(3_000);
  });

  test('answers the questions of other services that it has taken on', async () => {
    const trial = start();
    await trial.ready();
    const correlationId = randomUUID();
    const answer = asking.bus.requests.send(AskSlowly, { word: 'ledger' }, { claims: CLAIMS, correlationId });
    await eventually(() => trial.output().includes('a slow answer begins'));
    trial.kill('SIGTERM');
    expect(await answer).toEqual({ word: 'ledger' });
    expect(await trial.ended).toBe(0);
    expect(trial.lines().find(({ message }) => message === 'a slow answer begins')).toMatchObject({ correlationId });
  });

  test('is not ready for as long as load balancers need to notice', async () => {
    const trial = start({ PRE_STOP_MS: '400' });
    const { door, health } = await trial.ready();
    trial.kill('SIGTERM');
    await eventually(async () => (await fetch(`${health}/healthz/ready`)).status === 503);
    expect((await fetch(`${door}/sign-in`, { method: 'POST' })).status).toBe(201);
    expect(await trial.ended).toBe(0);
  });

  test('names what hangs and ends with code 1 at the deadline', async () => {
    const trial = start({ TRIAL_END: 'hangs', SHUTDOWN_MS: '300' });
    await trial.ready();
    trial.kill('SIGTERM');
    expect(await trial.ended).toBe(1);
    expect(trial.output()).toContain('not closed within 300 ms: application, database probe, health listener');
  });

  test('ends at once at the second signal', async () => {
    const trial = start({ TRIAL_END: 'hangs', SHUTDOWN_MS: '600000' });
    await trial.ready();
    trial.kill('SIGTERM');
    await eventually(() => trial.output().includes('ending: SIGTERM'));
    trial.kill('SIGINT');
    expect(await trial.ended).toBe(1);
  });

  test('follows a launcher that was killed', async () => {
    const launcher = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const trial = start({ MERIDIAN_PARENT_PID: String(launcher.pid) });
    await trial.ready();
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    expect(await trial.ended).toBe(0);
    expect(trial.output()).toContain('ending: the parent process is gone');
  });
});
