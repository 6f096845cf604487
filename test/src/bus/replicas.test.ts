import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import {
  moment,
  recordProgress,
  report,
  reportProgress,
  taken,
  trialService,
  upTo,
} from './trial-services.js';
import type { TrialService } from './trial-services.js';

let broker: TestBroker;
let projects: TrialService;
let budgeting: TrialService;
const NAMES = Array.from({ length: 6 }, (_, index) => `project-${index}`);

beforeAll(async () => {
  broker = await testBroker();
  projects = await trialService('projects', broker, [reportProgress]);
  budgeting = await trialService('budgeting', broker, [recordProgress(() => moment(1))]);
});

afterAll(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await broker?.stop();
});

async function expectAllTaken(count: number): Promise<void> {
  await eventually(
    async () => {
      for (const name of NAMES) expect(await taken(budgeting, name)).toEqual(upTo(count));
    },
    { timeoutMs: 30_000, everyMs: 100 },
  );
}

test('two replicas of the owner and three of the consumer: one relay leads, and every project keeps its order', async () => {
  const second = await projects.replica();
  await Promise.all([budgeting.replica(), budgeting.replica()]);
  await eventually(() => [projects.bus, second].filter(({ server }) => server.relay.leads).length === 1);
  for (let round = 0; round < 40; round += 1)
    await Promise.all(NAMES.map((name) => report(projects, name, 3)));
  await expectAllTaken(120);
});

test('when the leading relay stops, another publishes within a second', async () => {
  const leader = projects.bus;
  await eventually(() => leader.server.relay.leads);
  await leader.close();
  const before = (await taken(budgeting, NAMES[0]!)).length;
  projects.bus = await projects.replica();
  const startedAt = performance.now();
  for (const name of NAMES) await report(projects, name, 1);
  await expectAllTaken(before + 1);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});

test('a leader whose database session is killed is replaced and nothing is lost', async () => {
  const before = (await taken(budgeting, NAMES[0]!)).length;
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(NAMES.map((name) => report(projects, name, 4)));
    await projects.database.$queryRawUnsafe(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'relay %' AND datname = current_database()`,
    );
  }
  await expectAllTaken(before + 20);
});

test('consumers and owner are restarted again and again under load: nothing is lost and nothing happens twice', async () => {
  const before = (await taken(budgeting, NAMES[0]!)).length;
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(NAMES.map((name) => report(projects, name, 5)));
    const old = budgeting.bus;
    budgeting.bus = await budgeting.replica();
    const startedAt = performance.now();
    await old.close();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }
  await expectAllTaken(before + 30);
});
