import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { TaskCommented, TaskProgressed } from './trial-contracts.js';
import { recordProgress, trialService } from './trial-services.js';
import type { TrialService } from './trial-services.js';

let broker: TestBroker;
let projects: TrialService;
let budgeting: TrialService;

beforeAll(async () => {
  broker = await testBroker();
  projects = await trialService('projects', broker, []);
  budgeting = await trialService('budgeting', broker, [recordProgress()]);
});

afterAll(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await broker?.stop();
});

const comment = (projectId: string, count: number) =>
  projects.bus.outbox.transact(async ({ announce }) => {
    for (let number = 1; number <= count; number += 1)
      await announce(TaskCommented, { projectId, text: `comment ${number}` });
  });

const cursor = (projectId: string) =>
  budgeting.database.$queryRawUnsafe(
    'SELECT sequence::int AS sequence, event_id, parked_sequence FROM bus.inbox_cursor WHERE aggregate_id = $1',
    projectId,
  );

const heads = (projectId: string) =>
  projects.database.$queryRawUnsafe(
    'SELECT sequence::int AS sequence, last_event_id AS event_id, NULL AS parked_sequence FROM bus.outbox_head WHERE aggregate_id = $1',
    projectId,
  );

const isWhereOwnerIs = (projectId: string) =>
  eventually(async () => expect(await cursor(projectId)).toEqual(await heads(projectId)), {
    timeoutMs: 30_000,
  });

test('events without a reaction move the cursor and leave the way free for those with one', async () => {
  await comment('a', 30);
  await projects.bus.outbox.transact(({ announce }) => announce(TaskProgressed, { projectId: 'a', step: 7 }));
  await comment('a', 5);
  await isWhereOwnerIs('a');
  expect(
    await budgeting.database.$queryRawUnsafe('SELECT step, sequence FROM taken WHERE project_id = $1', 'a'),
  ).toEqual([{ step: 7, sequence: 31 }]);
});

test('an event without a reaction that does not follow the one taken last is no way around a lost history', async () => {
  await comment('b', 3);
  await isWhereOwnerIs('b');
  await budgeting.database.$executeRawUnsafe(
    `UPDATE bus.inbox_cursor SET event_id = gen_random_uuid() WHERE aggregate_id = 'b'`,
  );
  await comment('b', 1);
  await eventually(
    async () => {
      const letters = await budgeting.database.$queryRawUnsafe(
        'SELECT aggregate_id, reason_kind FROM bus.dead_letter',
      );
      expect(letters).toEqual([{ aggregate_id: 'b', reason_kind: 'diverged' }]);
    },
    { timeoutMs: 30_000 },
  );
});
