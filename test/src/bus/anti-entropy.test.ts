import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, testBroker } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import {
  CLAIMS,
  recordProgress,
  report,
  reportProgress,
  taken,
  trialClient,
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
  budgeting = await trialService('budgeting', broker, [recordProgress()], { sweepEveryMs: 2_000 });
});

afterAll(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await broker?.stop();
});

interface Letter {
  readonly id: string;
  readonly reason_kind: string;
  readonly state: string;
}

function letters(projectId: string): Promise<Letter[]> {
  return budgeting.database.$queryRawUnsafe<Letter[]>(
    `SELECT id, reason_kind, state FROM bus.dead_letter WHERE aggregate_id = $1 ORDER BY parked_at`,
    projectId,
  );
}

test('what the relay never published is fetched from the owner all the same', async () => {
  await report(projects, 'known', 3);
  await eventually(async () => expect(await taken(budgeting, 'known')).toEqual(upTo(3)));
  const { published } = projects.bus.figures;
  await hideFromRelay('true');
  for (let round = 0; round < 30; round += 1)
    await Promise.all(['known', 'new', 'newer'].map((name) => report(projects, name, 20)));
  await showToRelay();
  await eventually(
    async () => {
      expect(await taken(budgeting, 'known')).toEqual(upTo(603));
      for (const name of ['new', 'newer']) expect(await taken(budgeting, name)).toEqual(upTo(600));
    },
    { timeoutMs: 30_000 },
  );
  expect(projects.bus.figures.published).toBe(published);
});

test('a message that the broker lost in the middle is fetched when its successor arrives', async () => {
  await report(projects, 'gap', 1);
  await eventually(async () => expect(await taken(budgeting, 'gap')).toEqual([1]));
  await hideFromRelay(`NEW.aggregate_id = 'gap' AND NEW.sequence IN (2, 4)`);
  for (let step = 0; step < 4; step += 1) await report(projects, 'gap', 1);
  await showToRelay();
  const startedAt = performance.now();
  await eventually(async () => expect(await taken(budgeting, 'gap')).toEqual(upTo(5)));
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(budgeting.bus.figures.gaps).toBeGreaterThan(0);
});

test('an owner restored from an old backup is noticed: the project is parked, nothing is taken over in silence', async () => {
  await Promise.all(['restored', 'untouched'].map((name) => report(projects, name, 3)));
  await eventually(async () => expect(await taken(budgeting, 'restored')).toEqual(upTo(3)));
  const saved = await projects.database.$queryRawUnsafe<{ event_id: string }[]>(
    `SELECT event_id FROM bus.outbox WHERE aggregate_id = 'restored' AND sequence = 3`,
  );
  await report(projects, 'restored', 2);
  await eventually(async () => expect(await taken(budgeting, 'restored')).toEqual(upTo(5)));
  await setBack(saved[0]!.event_id);
  await report(projects, 'restored', 4);
  await eventually(async () =>
    expect(await letters('restored')).toMatchObject([{ reason_kind: 'diverged', state: 'parked' }]),
  );
  await report(projects, 'untouched', 1);
  await eventually(async () => expect(await taken(budgeting, 'untouched')).toEqual(upTo(4)));
  expect(await taken(budgeting, 'restored')).toEqual(upTo(5));
});

test('after the data was reconciled, a redrive goes on with the owner’s new history', async () => {
  const [letter] = await letters('restored');
  const client = await trialClient(broker);
  await client.requests.ask(
    'requests.budgeting.redrive-dead-letter.v1',
    { id: letter!.id },
    { claims: CLAIMS },
  );
  await client.close();
  await report(projects, 'restored', 1);
  await eventually(async () => {
    const [cursor] = await budgeting.database.$queryRawUnsafe<{ sequence: string }[]>(
      `SELECT sequence FROM bus.inbox_cursor WHERE aggregate_id = 'restored' AND parked_sequence IS NULL`,
    );
    expect(Number(cursor?.sequence)).toBe(8);
  });
});

/** Events that fulfil the condition are announced, but never come to the relay's list. */
async function hideFromRelay(condition: string): Promise<void> {
  await projects.database.$executeRawUnsafe(
    `CREATE FUNCTION hide() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  );
  await projects.database.$executeRawUnsafe(
    `CREATE TRIGGER hide BEFORE INSERT ON bus.outbox_pending FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION hide()`,
  );
}

async function showToRelay(): Promise<void> {
  await projects.database.$executeRawUnsafe('DROP FUNCTION hide CASCADE');
}

/** Does to one project what restoring a backup would do: events 4 and 5 were never announced. */
async function setBack(lastEventId: string): Promise<void> {
  await projects.database.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`DELETE FROM bus.outbox WHERE aggregate_id = 'restored' AND sequence > 3`);
    await tx.$executeRawUnsafe(`DELETE FROM bus.relay_sent WHERE aggregate_id = 'restored' AND sequence > 3`);
    await tx.$executeRawUnsafe(
      `UPDATE bus.outbox_head SET sequence = 3, last_event_id = $1::uuid WHERE aggregate_id = 'restored'`,
      lastEventId,
    );
    await tx.$executeRawUnsafe(`UPDATE progress SET steps = 3 WHERE project_id = 'restored'`);
  });
}
