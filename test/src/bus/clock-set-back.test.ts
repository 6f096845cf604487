import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { answering } from '@meridian/bus';
import type { StandaloneClient } from '@meridian/bus';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { ReportProgress } from './trial-contracts.js';
import { CLAIMS, trialClient, trialService } from './trial-services.js';
import type { TrialService } from './trial-services.js';

const HOUR_MS = 3_600_000;
const trueTime = Date.now;
let broker: TestBroker;
let client: StandaloneClient;
let projects: TrialService;

beforeEach(async () => {
  broker = await testBroker();
  const answer = answering(ReportProgress, async (request) => ({ step: request.steps, receipt: 'r' }));
  projects = await trialService('projects', broker, [answer]);
  client = await trialClient(broker);
});

afterEach(async () => {
  Date.now = trueTime;
  await client.close();
  await projects.end();
  await broker.stop();
});

test('a service whose clock was set back finds the broker again within seconds', async () => {
  Date.now = () => trueTime() - HOUR_MS;
  await broker.server.restart();
  const options = { claims: CLAIMS, idempotencyKey: 'k1', timeoutMs: 2_000 };
  await eventually(
    async () => {
      const answer = await client.requests.send(ReportProgress, { projectId: 'p1', steps: 3 }, options);
      expect(answer.step).toBe(3);
    },
    { timeoutMs: 30_000 },
  );
}, 60_000);
