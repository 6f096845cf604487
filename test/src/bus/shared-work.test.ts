import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reaction, RowVersions } from '@meridian/bus';
import type { Delivery, SharedWork } from '@meridian/bus';
import { eventually, testBroker } from '@meridian/testing';
import type { PgTx, TestBroker } from '@meridian/testing';
import { TaskCommented, TaskProgressed } from './trial-contracts.js';
import { report, reportProgress, taken, trialService, upTo } from './trial-services.js';
import type { TrialService } from './trial-services.js';

let broker: TestBroker;
let projects: TrialService;
let budgeting: TrialService;

interface Step {
  readonly projectId: string;
  readonly step: number;
}

/** The last step of each project, and what it was opened for. */
class Steps implements SharedWork {
  static opened: number[] = [];
  readonly #rows = new RowVersions<Step>();

  static async open(tx: PgTx, coming: readonly object[]): Promise<Steps> {
    Steps.opened.push(coming.length);
    return new Steps(tx);
  }

  constructor(private readonly tx: PgTx) {}

  add(row: Step): void {
    this.#rows.add(row.projectId, row);
  }

  async flush(): Promise<void> {
    for (let wave = 0; wave < this.#rows.waves; wave += 1)
      await this.tx.$executeRawUnsafe(WRITE, JSON.stringify(this.#rows.wave(wave)));
  }
}

const WRITE = `
WITH given AS (SELECT * FROM json_to_recordset($1::json) AS g ("projectId" text, step integer)), noted AS (
  INSERT INTO taken (project_id, step, sequence) SELECT "projectId", step, step FROM given
)
INSERT INTO progress (project_id, steps) SELECT "projectId", step FROM given
ON CONFLICT (project_id) DO UPDATE SET steps = excluded.steps`;

const progressed = reaction(
  TaskProgressed,
  async ({ projectId, step }, { shared }: Delivery<PgTx, Steps>) => shared.add({ projectId, step }),
  Steps,
);

/** Shares nothing: writes down how many steps it finds. */
const commented = reaction(TaskCommented, async ({ projectId }, { tx }: Delivery<PgTx>) => {
  await tx.$executeRawUnsafe(
    `INSERT INTO taken (project_id, step, sequence) SELECT $1 || ' seen', count(*)::int, 0 FROM taken WHERE project_id = $1`,
    projectId,
  );
});

beforeAll(async () => {
  broker = await testBroker();
  projects = await trialService('projects', broker, [reportProgress]);
  budgeting = await trialService('budgeting', broker, [progressed, commented]);
});

afterAll(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await broker?.stop();
});

const isTaken = (projectId: string, steps: readonly number[]) =>
  eventually(async () => expect(await taken(budgeting, projectId)).toEqual(steps), { timeoutMs: 30_000 });

test('events of a transaction are written together, each once and in order', async () => {
  Steps.opened = [];
  const ids = ['a', 'b', 'c'];
  await Promise.all(ids.map((id) => report(projects, id, 40)));
  for (const id of ids) await isTaken(id, upTo(40));
  const events = Steps.opened.reduce((sum, coming) => sum + coming, 0);
  expect(events).toBeGreaterThanOrEqual(120);
  // How many transactions it takes is the machine's affair; that one of them reads for many is ours.
  expect(Math.max(...Steps.opened)).toBeGreaterThanOrEqual(10);
});

test('an event whose row the table refuses is parked, whatever comes after it; the others are taken', async () => {
  await budgeting.database.$executeRawUnsafe(
    'ALTER TABLE progress ADD CONSTRAINT unlucky CHECK (steps <> 13)',
  );
  await Promise.all([report(projects, 'd', 20), report(projects, 'e', 10)]);
  await isTaken('d', upTo(12));
  await isTaken('e', upTo(10));
  await eventually(
    async () => {
      const letters = await budgeting.database.$queryRawUnsafe(
        'SELECT aggregate_id, sequence::int AS sequence, reason_kind FROM bus.dead_letter',
      );
      expect(letters).toEqual([{ aggregate_id: 'd', sequence: 13, reason_kind: 'exhausted' }]);
    },
    { timeoutMs: 30_000 },
  );
}, 70_000);

test('a reaction that shares nothing finds what the events before it have written', async () => {
  await projects.bus.outbox.transact(async ({ announce }) => {
    await announce(TaskProgressed, { projectId: 'f', step: 1 });
    await announce(TaskProgressed, { projectId: 'f', step: 2 });
    await announce(TaskCommented, { projectId: 'f', text: 'half way' });
    await announce(TaskProgressed, { projectId: 'f', step: 3 });
  });
  await isTaken('f', upTo(3));
  expect(await taken(budgeting, 'f seen')).toEqual([2]);
});
