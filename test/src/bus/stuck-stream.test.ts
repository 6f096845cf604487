import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startNats } from '@meridian/local';
import type { LocalNats } from '@meridian/local';
import { eventually } from '@meridian/testing';
import { recordProgress, report, reportProgress, taken, trialService, upTo } from './trial-services.js';
import type { TrialService } from './trial-services.js';

const NO_SWEEP = { sweepEveryMs: 3_600_000 };
const START_MS = 60_000;

let folder: string;
let server: LocalNats;
let projects: TrialService;
let budgeting: TrialService;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-stuck-'));
  server = await startNats({ storeDir: folder });
  const broker = { ...server, urlOf: () => server.urlOf('operator'), server };
  projects = await trialService('projects', broker, [reportProgress], NO_SWEEP);
  budgeting = await trialService('budgeting', broker, [recordProgress()], NO_SWEEP);
}, START_MS);

afterEach(async () => {
  await Promise.all([projects?.end(), budgeting?.end()]);
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}, START_MS);

async function expectTaken(count: number): Promise<void> {
  await eventually(async () => expect(await taken(budgeting, 'tower')).toEqual(upTo(count)), {
    timeoutMs: 60_000,
    everyMs: 100,
  });
}

/** Events that the stream still has to get. */
async function pending(): Promise<number> {
  return (await projects.database.$queryRawUnsafe<unknown[]>('SELECT 1 FROM bus.outbox_pending')).length;
}

const STREAMS = [
  { what: 'a stream', before: 2 },
  { what: 'an empty stream', before: 0 },
];

/** The server keeps a failed write in mind for as long as it runs, also when the next one would succeed. */
test.each(STREAMS)(
  '$what that stores nothing any more after a failed write is made anew, and what it missed arrives',
  async ({ before }) => {
    await report(projects, 'tower', before);
    await expectTaken(before);
    await server.restart(); // it opens the file at the next write
    const stored = join(folder, 'jetstream/jetstream/MERIDIAN/streams/EVENTS_PROJECTS/msgs');
    await eventually(() => rename(stored, `${stored}-away`));
    await report(projects, 'tower', 3);
    await eventually(() => server.tail(200).some((line) => line.includes('Critical write error')), {
      timeoutMs: 60_000,
    });
    await rename(`${stored}-away`, stored);
    await eventually(() => projects.lines.some((line) => line.includes('makes its stream anew')), {
      timeoutMs: 60_000,
    });
    await eventually(async () => expect(await pending()).toBe(0), { timeoutMs: 60_000 });
    await expectTaken(before + 3);
    await report(projects, 'tower', 1);
    await expectTaken(before + 4);
  },
  180_000,
);
