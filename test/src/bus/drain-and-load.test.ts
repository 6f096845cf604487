import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { answering, Unavailable } from '@meridian/bus';
import type { Call, StandaloneClient } from '@meridian/bus';
import { eventually, testBroker } from '@meridian/testing';
import type { PgTx, TestBroker } from '@meridian/testing';
import { ReportProgress, TaskProgressed } from './trial-contracts.js';
import { CLAIMS, moment, trialClient, trialService } from './trial-services.js';
import type { TrialService } from './trial-services.js';

let broker: TestBroker;
let client: StandaloneClient;
let projects: TrialService | undefined;

beforeAll(async () => {
  broker = await testBroker();
  client = await trialClient(broker);
});

afterEach(async () => {
  await projects?.end();
});

afterAll(async () => {
  await client?.close();
  await broker?.stop();
});

/** Takes its time, then announces. */
const slowly = answering(ReportProgress, async (request, call: Call<PgTx>) => {
  await moment(300);
  await call.announce(TaskProgressed, { projectId: request.projectId, step: request.steps });
  return { step: request.steps, receipt: call.newId() };
});

function send(projectId: string, timeoutMs: number): Promise<object> {
  const options = { claims: CLAIMS, idempotencyKey: randomUUID(), timeoutMs };
  return client.requests.send(ReportProgress, { projectId, steps: 1 }, options);
}

test('a service that is told to stop answers what it has begun, publishes it, and is gone within a second or two', async () => {
  projects = await trialService('projects', broker, [slowly]);
  const sent = Array.from({ length: 6 }, (_, index) => send(`p${index}`, 5_000));
  await eventually(async () => {
    const [row] = await projects!.database.$queryRawUnsafe<{ running: string }[]>(
      `SELECT count(*) AS running FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    expect(Number(row!.running)).toBe(6);
  });
  const startedAt = performance.now();
  await projects.bus.close();
  const stoppedMs = performance.now() - startedAt;
  expect(await Promise.all(sent)).toHaveLength(6);
  expect(stoppedMs).toBeLessThan(3_000);
  const [left] = await projects.database.$queryRawUnsafe<{ pending: string; announced: string }[]>(
    'SELECT (SELECT count(*) FROM bus.outbox_pending) AS pending, (SELECT count(*) FROM bus.outbox) AS announced',
  );
  expect([Number(left!.pending), Number(left!.announced)]).toEqual([0, 6]);
});

test('overload is turned away at once with a time to come back; what was accepted is answered', async () => {
  projects = await trialService('projects', broker, [slowly], { requestConcurrency: 2, requestQueue: 2 });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) => send(`q${index}`, 5_000)),
  );
  const answered = outcomes.filter(({ status }) => status === 'fulfilled').length;
  const reasons = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  );
  expect(answered).toBeGreaterThanOrEqual(4);
  expect(reasons.every((reason) => reason instanceof Unavailable)).toBe(true);
  expect(projects.bus.figures.answers.busy).toBeGreaterThan(10);
  expect(await send('after', 5_000)).toMatchObject({ step: 1 });
});
