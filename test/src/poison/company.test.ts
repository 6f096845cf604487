import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, testBroker } from '@meridian/testing';
import { reaction } from '@meridian/bus';
import type { Delivery } from '@meridian/bus';
import type { PgTx, TestBroker } from '@meridian/testing';
import { Client } from 'pg';
import { TaskProgressed } from '../bus/trial-contracts.js';
import { report, taken, trialService, upTo } from '../bus/trial-services.js';
import type { TrialService } from '../bus/trial-services.js';
import { OperatorConnection } from '../faults/operator-connection.js';
import { TakenRows } from './taken-rows.js';

const MINUTE = 60_000;
/** Of which a first try gets a twentieth, a minute: who waits for that does not come in time here. */
const DEADLINE_MS = 20 * MINUTE;
const IN_TIME = { timeoutMs: 30_000 };
const USUAL = 60;

let broker: TestBroker;
let projects: TrialService;
let budgeting: TrialService;
let operator: OperatorConnection;
const asleep = new Set<string>();
const stuck: (() => void)[] = [];

beforeAll(async () => {
  broker = await testBroker();
  operator = await OperatorConnection.open(broker.urlOf('operator'));
  projects = await trialService('projects', broker, []);
  budgeting = await trialService('budgeting', broker, [takeProgress], { eventDeadlineMs: DEADLINE_MS });
});

afterAll(async () => {
  operator?.close();
  await Promise.all([projects?.end(), budgeting?.end()]);
  await broker?.stop();
});

/** Sleeps in the database when it sees a sleeper for the first time, and waits for the test with one that is stuck. */
const takeProgress = reaction(
  TaskProgressed,
  async ({ projectId, step }, { tx, sequence, shared }: Delivery<PgTx, TakenRows>) => {
    if (asleep.delete(projectId)) await tx.$queryRawUnsafe('SELECT 1 FROM pg_sleep(300)');
    if (projectId === 'stuck') await new Promise<void>((freed) => stuck.push(freed));
    shared.rows.push({ projectId, step, sequence });
  },
  TakenRows,
);

test('a statement that sleeps holds up those that came with it for a moment, not for its deadline', async () => {
  await report(projects, 'usual', USUAL);
  await eventually(async () => expect(await taken(budgeting, 'usual')).toHaveLength(USUAL), IN_TIME);
  const sleepers = ['sleeper one', 'sleeper two', 'sleeper three'];
  for (const name of sleepers) asleep.add(name);
  const others = Array.from({ length: 12 }, (_, index) => `awake ${index}`);
  await Promise.all([...sleepers, ...others].map((name) => report(projects, name, 5)));
  await eventually(async () => {
    for (const name of [...others, ...sleepers]) expect(await taken(budgeting, name)).toEqual(upTo(5));
  }, IN_TIME);
  expect(asleep.size).toBe(0);
});

test('what came with a message that nobody can read does not wait until that lies among the dead letters', async () => {
  const reader = new Client({ connectionString: budgeting.test.url });
  await reader.connect();
  try {
    await reader.query('BEGIN; LOCK TABLE bus.dead_letter IN EXCLUSIVE MODE');
    for (let turn = 1; turn <= 10; turn += 1) {
      const subject = `${TaskProgressed.subject}.0`;
      await Promise.all([
        operator.publish({ subject, headers: '', body: Buffer.from(`litter ${turn}`) }),
        report(projects, 'neighbour', 1),
      ]);
    }
    await eventually(async () => expect(await taken(budgeting, 'neighbour')).toEqual(upTo(10)), IN_TIME);
    await reader.query('COMMIT');
  } finally {
    await reader.end();
  }
  await eventually(async () => {
    const letters = await budgeting.database.$queryRawUnsafe<{ text: string }[]>(
      `SELECT DISTINCT convert_from(payload, 'UTF8') AS text FROM bus.dead_letter WHERE aggregate_id IS NULL`,
    );
    expect(letters.map(({ text }) => text).sort()).toEqual(
      upTo(10)
        .map((turn) => `litter ${turn}`)
        .sort(),
    );
  }, IN_TIME);
});

test('a row that the database refuses holds up nobody whose rows were written with it', async () => {
  await report(projects, 'stuck');
  await eventually(() => expect(stuck).toHaveLength(2), IN_TIME); // its second try takes the place of those that failed
  const others = Array.from({ length: 12 }, (_, index) => `written with it ${index}`);
  await projects.bus.outbox.transact(async ({ announce }) => {
    for (const projectId of others.slice(0, 6)) await announce(TaskProgressed, { projectId, step: 1 });
    await announce(TaskProgressed, { projectId: 'too large', step: 3_000_000_000 });
    for (const projectId of others.slice(6)) await announce(TaskProgressed, { projectId, step: 1 });
  });
  await eventually(async () => {
    for (const name of others) expect(await taken(budgeting, name)).toEqual([1]);
  }, IN_TIME);
  for (const free of stuck) free();
  await eventually(async () => {
    const letters = await budgeting.database.$queryRawUnsafe<{ reason: string }[]>(
      `SELECT reason FROM bus.dead_letter WHERE aggregate_id = 'too large'`,
    );
    expect(letters).toEqual([{ reason: expect.stringMatching(/out of range/) as unknown }]);
    expect(await taken(budgeting, 'stuck')).toEqual([1]);
  }, IN_TIME);
});
