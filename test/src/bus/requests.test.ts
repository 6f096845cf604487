import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InvalidRequest, Unavailable } from '@meridian/bus';
import type { StandaloneClient } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { ReportProgress } from './trial-contracts.js';
import { CLAIMS, trialClient, reportProgress, trialService } from './trial-services.js';
import type { TrialService } from './trial-services.js';

let broker: TestBroker;
let projects: TrialService;
let client: StandaloneClient;

beforeAll(async () => {
  broker = await testBroker();
  client = await trialClient(broker);
  projects = await trialService('projects', broker, [reportProgress]);
});

afterAll(async () => {
  await projects?.end();
  await client?.close();
  await broker?.stop();
});

function send(
  projectId: string,
  steps: number,
  options: { idempotencyKey?: string; timeoutMs?: number; claims?: typeof CLAIMS } = {},
) {
  return client.requests.send(ReportProgress, { projectId, steps }, { claims: CLAIMS, ...options });
}

async function stepsOf(projectId: string): Promise<number> {
  const [row] = await projects.database.$queryRawUnsafe<{ steps: number }[]>(
    'SELECT steps FROM progress WHERE project_id = $1',
    projectId,
  );
  return row?.steps ?? 0;
}

test('a command sent again with its key gets the same answer and has no second effect', async () => {
  const idempotencyKey = randomUUID();
  const first = await send('again', 3, { idempotencyKey });
  expect(first).toEqual({ step: 3, receipt: expect.any(String) });
  expect(await send('again', 3, { idempotencyKey })).toEqual(first);
  expect(await stepsOf('again')).toBe(3);
});

test('a hundred parallel sends of one key have one effect; whoever does not get the answer hears that it still runs', async () => {
  const idempotencyKey = randomUUID();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, () => send('parallel', 1, { idempotencyKey })),
  );
  const answers = outcomes.flatMap((outcome) =>
    outcome.status === 'fulfilled' ? [JSON.stringify(outcome.value)] : [],
  );
  const refusals = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as Refusal] : [],
  );
  expect(new Set(answers).size).toBe(1);
  expect(new Set(refusals.map(({ code }) => code))).toEqual(
    refusals.length > 0 ? new Set(['bus/still-running']) : new Set(),
  );
  expect(await stepsOf('parallel')).toBe(1);
  expect(JSON.stringify(await send('parallel', 1, { idempotencyKey }))).toBe(answers[0]);
});

test('a key belongs to one command of one person', async () => {
  const idempotencyKey = randomUUID();
  await send('key', 1, { idempotencyKey });
  const reused = { code: 'bus/idempotency-key-reused', kind: 'unprocessable' };
  await expect(send('key', 2, { idempotencyKey })).rejects.toMatchObject(reused);
  await expect(
    send('key', 1, { idempotencyKey, claims: { ...CLAIMS, subject: 'u2' } }),
  ).rejects.toMatchObject(reused);
  expect(await stepsOf('key')).toBe(1);
});

test('a command without a key is invalid, and so is one of a wrong shape; nothing happens', async () => {
  await expect(send('shape', 1)).rejects.toMatchObject({ code: 'bus/idempotency-key-missing' });
  const wrong = send('shape', 140, { idempotencyKey: randomUUID() });
  await expect(wrong).rejects.toBeInstanceOf(InvalidRequest);
  await expect(wrong).rejects.toMatchObject({
    violations: [{ path: 'steps', message: 'steps must not be greater than 100' }],
  });
  expect(await stepsOf('shape')).toBe(0);
});

test('a refusal arrives as the domain said it, is rolled back, and does not use up the key', async () => {
  const idempotencyKey = randomUUID();
  const refused = send('refused', 60, { idempotencyKey });
  await expect(refused).rejects.toBeInstanceOf(Refusal);
  await expect(refused).rejects.toMatchObject({
    code: 'projects/too-many-steps',
    message: 'At most 50 steps at once.',
  });
  expect(await stepsOf('refused')).toBe(0);
  expect(await send('refused', 50, { idempotencyKey })).toMatchObject({ step: 50 });
});

test('fifty parallel commands on one record lose no update', async () => {
  await Promise.all(
    Array.from({ length: 50 }, () => send('hot', 1, { idempotencyKey: randomUUID(), timeoutMs: 15_000 })),
  );
  expect(await stepsOf('hot')).toBe(50);
  const [head] = await projects.database.$queryRawUnsafe<{ sequence: string }[]>(
    `SELECT sequence FROM bus.outbox_head WHERE aggregate_id = 'hot'`,
  );
  expect(Number(head!.sequence)).toBe(50);
});

test('a service that nobody runs is unavailable after the time given, not for ever', async () => {
  class Lost extends ReportProgress {
    static override readonly subject: 'requests.projects.report-progress.v1' =
      'requests.quality.report-progress.v1' as never;
  }
  const asked = client.requests.send(Lost, { projectId: 'x', steps: 1 }, { claims: CLAIMS, timeoutMs: 300 });
  await expect(asked).rejects.toBeInstanceOf(Unavailable);
});

test('a command whose statement the database ended for its length is unavailable and leaves nothing', async () => {
  await projects.database.$executeRawUnsafe(`
    CREATE FUNCTION too_long() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'canceling statement due to statement timeout' USING ERRCODE = '57014'; END $$`);
  await projects.database.$executeRawUnsafe(
    `CREATE TRIGGER too_long BEFORE INSERT ON progress FOR EACH ROW WHEN (NEW.project_id = 'long') EXECUTE FUNCTION too_long()`,
  );
  await expect(send('long', 1, { idempotencyKey: randomUUID(), timeoutMs: 1_000 })).rejects.toBeInstanceOf(
    Unavailable,
  );
  expect(await stepsOf('long')).toBe(0);
});

test('a command whose database session dies is sent again by itself, and has one effect', async () => {
  const { busy } = projects.bus.figures.answers;
  const waiting = await projects.database.$transaction(async (tx) => {
    await tx.$queryRawUnsafe('LOCK TABLE progress IN ACCESS EXCLUSIVE MODE');
    const sent = send('p-away', 1, { idempotencyKey: randomUUID(), timeoutMs: 10_000 });
    await eventually(async () => {
      const ended = await projects.database.$queryRawUnsafe<object[]>(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = current_user AND wait_event_type = 'Lock'`,
      );
      expect(ended.length).toBeGreaterThan(0);
    });
    return { sent };
  });
  await waiting.sent;
  expect(projects.bus.figures.answers.busy).toBeGreaterThan(busy);
  expect(await stepsOf('p-away')).toBe(1);
});
