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

beforeAll(async () => {
  broker = await testBroker();
  projects = await trialService('projects', broker, [reportProgress]);
  budgeting = await trialService('budgeting', broker, [recordProgress()]);
});

afterAll(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await broker?.stop();
});

const NAMES = Array.from({ length: 8 }, (_, index) => `project-${index}`);

async function expectAllTaken(count: number): Promise<void> {
  await eventually(
    async () => {
      for (const name of NAMES) expect(await taken(budgeting, name)).toEqual(upTo(count));
    },
    { timeoutMs: 40_000, everyMs: 100 },
  );
}

/** Events that wait for the broker or for the consumers. */
async function unconfirmed(): Promise<number> {
  const [row] = await projects.database.$queryRawUnsafe<{ open: string }[]>(
    'SELECT (SELECT count(*) FROM bus.relay_sent) + (SELECT count(*) FROM bus.outbox_pending) AS open',
  );
  return Number(row!.open);
}

test('the broker loses its disk three times while work goes on: nothing is lost, nothing happens twice, order holds', async () => {
  let rounds = 0;
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      await Promise.all(NAMES.map((name) => report(projects, name, 2)));
      rounds += 1;
      await moment(10);
    }
  })();
  for (let wipe = 0; wipe < 3; wipe += 1) {
    await moment(700);
    await broker.server.wipe();
  }
  await moment(500);
  isOver = true;
  await work;
  expect(rounds).toBeGreaterThan(5);
  await expectAllTaken(rounds * 2);
  expect(
    projects.lines.filter((line) => line.includes('another life of its stream')).length,
  ).toBeGreaterThanOrEqual(1);
});

test('what was announced while the broker was away arrives when it is back', async () => {
  const before = (await taken(budgeting, NAMES[0]!)).length;
  await broker.server.kill();
  for (const name of NAMES) await report(projects, name, 3);
  await broker.server.restart();
  await expectAllTaken(before + 3);
});

test('a wipe after everything was confirmed replays nothing, and the next event still arrives', async () => {
  const before = (await taken(budgeting, NAMES[0]!)).length;
  await eventually(async () => expect(await unconfirmed()).toBe(0), { timeoutMs: 30_000 });
  const { published } = projects.bus.figures;
  await broker.server.wipe();
  for (const name of NAMES) await report(projects, name, 1);
  await expectAllTaken(before + 1);
  await eventually(async () => expect(await unconfirmed()).toBe(0), { timeoutMs: 30_000 });
  expect(projects.bus.figures.published - published).toBe(NAMES.length);
});

test('a record that names no place in the outbox, as that of a history set back, keeps no event pending for ever', async () => {
  await report(projects, 'set-back', 3);
  await eventually(async () => expect(await taken(budgeting, 'set-back')).toEqual(upTo(3)), {
    timeoutMs: 40_000,
  });
  await broker.server.kill();
  await projects.database.$executeRawUnsafe(
    `INSERT INTO bus.relay_sent (stream_sequence, position, aggregate_id, sequence, event_id)
     SELECT 1000000, 0, aggregate_id, sequence, event_id FROM bus.outbox WHERE aggregate_id = 'set-back' AND sequence = 3`,
  );
  await projects.database.$executeRawUnsafe('UPDATE bus.relay SET confirmed_sequence = 0');
  await broker.server.wipe();
  await report(projects, 'set-back', 2);
  await eventually(
    async () => {
      expect(await taken(budgeting, 'set-back')).toEqual(upTo(5));
      expect(await projects.database.$queryRawUnsafe('SELECT position FROM bus.outbox_pending')).toEqual([]);
    },
    { timeoutMs: 40_000, everyMs: 100 },
  );
});
