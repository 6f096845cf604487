import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '@meridian/testing';
import { CLAIMS, trialService } from '../bus/trial-services.js';
import type { TrialService } from '../bus/trial-services.js';
import { AskSlowly } from './trial-contract.js';
import { TrialFixture } from './trial-fixture.js';

let trials: TrialFixture;
let asking: TrialService;

beforeAll(async () => {
  trials = await TrialFixture.open();
  asking = await trialService('projects', trials.broker, [], {
    natsUser: 'operator',
    natsPassword: trials.broker.passwords.operator,
  });
});
afterAll(async () => {
  await asking.end();
  await trials.close();
});
beforeEach(() => trials.begin());
afterEach(() => trials.end());

describe('a service that runs', () => {
  test('writes no password and no token into its log', async () => {
    const trial = trials.start({ LOG_LEVEL: 'trace' });
    const { door } = await trial.ready();
    await fetch(`${door}/sign-in?code=canary-code`, {
      method: 'POST',
      headers: { authorization: 'Bearer canary-token-123', cookie: 'session=canary-cookie' },
    });
    await eventually(() => trial.output().includes('somebody signs in'));
    await eventually(() =>
      expect(trial.lines().find(({ message }) => message === 'request completed')).toMatchObject({
        req: { method: 'POST', path: '/sign-in' },
        res: { statusCode: 201 },
      }),
    );
    expect(trial.output()).not.toContain('canary');
    expect(trial.output()).not.toContain(trials.broker.passwords.quality);
    expect(trial.output()).not.toContain(new URL(trials.database.database.url).password);
  });

  test('gives every line of a request the correlation id its caller sent', async () => {
    const trial = trials.start();
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
    const trial = trials.start();
    const { door } = await trial.ready();
    await fetch(`${door}/forget`, { method: 'POST' }).catch(() => undefined);
    expect(await trial.ended).toBe(1);
    expect(trial.output()).toContain('nobody waits for this promise');
  });
});

describe('a service that ends', () => {
  test('finishes the requests under way, takes no new ones, and ends with code 0', async () => {
    const trial = trials.start();
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
    const trial = trials.start();
    await trial.ready();
    const correlationId = randomUUID();
    const answer = asking.bus.requests.send(AskSlowly, { word: 'ledger' }, { claims: CLAIMS, correlationId });
    await eventually(() => trial.output().includes('a slow answer begins'));
    trial.kill('SIGTERM');
    expect(await answer).toEqual({ word: 'ledger' });
    expect(await trial.ended).toBe(0);
    expect(trial.lines().find(({ message }) => message === 'a slow answer begins')).toMatchObject({
      correlationId,
    });
  });

  test('is not ready for as long as load balancers need to notice', async () => {
    const trial = trials.start({ PRE_STOP_MS: '400' });
    const { door, health } = await trial.ready();
    trial.kill('SIGTERM');
    await eventually(async () => (await fetch(`${health}/healthz/ready`)).status === 503);
    expect((await fetch(`${door}/sign-in`, { method: 'POST' })).status).toBe(201);
    expect(await trial.ended).toBe(0);
  });

  test('names what hangs and ends with code 1 at the deadline', async () => {
    const trial = trials.start({ TRIAL_END: 'hangs', SHUTDOWN_MS: '300' });
    await trial.ready();
    trial.kill('SIGTERM');
    expect(await trial.ended).toBe(1);
    expect(trial.output()).toContain(
      'not closed within 300 ms: application, database probe, health listener',
    );
  });

  test('ends at once at the second signal', async () => {
    const trial = trials.start({ TRIAL_END: 'hangs', SHUTDOWN_MS: '600000' });
    await trial.ready();
    trial.kill('SIGTERM');
    await eventually(() => trial.output().includes('ending: SIGTERM'));
    trial.kill('SIGINT');
    expect(await trial.ended).toBe(1);
  });

  test('follows a launcher that was killed', async () => {
    const launcher = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const trial = trials.start({ MERIDIAN_PARENT_PID: String(launcher.pid) });
    await trial.ready();
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    expect(await trial.ended).toBe(0);
    expect(trial.output()).toContain('ending: the parent process is gone');
  });
});
