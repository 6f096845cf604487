import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { recordProgress, report, reportProgress, taken, trialService, upTo } from './trial-services.js';
import type { TrialService } from './trial-services.js';

let broker: TestBroker;
let projects: TrialService;
let budgeting: TrialService;

beforeAll(async () => {
  broker = await testBroker();
  projects = await trialService('projects', broker, [reportProgress]);
  budgeting = await trialService('budgeting', broker, [recordProgress()]);
});

afterAll(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await broker?.stop();
});

test('every announced step takes effect once and in order, and causes an announcement in turn', async () => {
  const names = ['alpha', 'beta', 'gamma'];
  for (let round = 0; round < 20; round += 1)
    await Promise.all(names.map((name) => report(projects, name, 5)));
  await eventually(async () => {
    for (const name of names) expect(await taken(budgeting, name)).toEqual(upTo(100));
  });
  const announced = await budgeting.database.$queryRawUnsafe<{ sequence: string }[]>(
    `SELECT sequence FROM bus.outbox WHERE aggregate_id = 'alpha' ORDER BY sequence`,
  );
  expect(announced.map(({ sequence }) => Number(sequence))).toEqual(upTo(100));
});
