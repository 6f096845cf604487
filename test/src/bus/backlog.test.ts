import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { TaskProgressed } from './trial-contracts.js';
import { recordProgress, taken, trialService, upTo } from './trial-services.js';
import type { TrialService } from './trial-services.js';

/** Several batches of the relay, so that each is struck off while the next one is on its way. */
const EVENTS = 900;
const NO_SWEEP = { sweepEveryMs: 3_600_000 };

let broker: TestBroker;
let projects: TrialService;
let budgeting: TrialService;

beforeAll(async () => {
  broker = await testBroker();
  projects = await trialService('projects', broker, [], NO_SWEEP);
  budgeting = await trialService('budgeting', broker, [recordProgress()], NO_SWEEP);
}, 60_000);

afterAll(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await broker?.stop();
});

test('a long backlog goes out in its order, each event once, and nothing of it stays pending', async () => {
  await projects.bus.outbox.transact(async ({ announce }) => {
    for (let step = 1; step <= EVENTS; step += 1)
      await announce(TaskProgressed, { projectId: 'tower', step });
  });
  await eventually(async () => expect(await taken(budgeting, 'tower')).toEqual(upTo(EVENTS)), {
    timeoutMs: 60_000,
    everyMs: 100,
  });
  await eventually(async () => {
    const [row] = await projects.database.$queryRawUnsafe<{ pending: number; sent: number; kept: number }[]>(
      `SELECT (SELECT count(*)::int FROM bus.outbox_pending) AS pending,
              (SELECT count(DISTINCT position)::int FROM bus.relay_sent) AS sent,
              (SELECT count(*)::int FROM bus.relay_sent) AS kept`,
    );
    expect(row!.pending).toBe(0);
    expect(row!.sent).toBe(row!.kept);
  });
}, 120_000);
