import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { TaskProgressed } from '@meridian/contracts-projects';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { startBusAlone } from './measure/bus-alone.js';
import type { BusAlone } from './measure/bus-alone.js';
import { EffectDelay } from './measure/effect-delay.js';
import { measurePath } from './measure/event-path.js';
import { Figures, percentile } from './measure/figures.js';
import { closedLoad } from './measure/load.js';
import { rawPublishesPerSecond } from './measure/raw-jet-stream.js';
import { openRawPostgres } from './measure/raw-postgres.js';
import type { RawPostgres } from './measure/raw-postgres.js';
import { openRealProgress } from './measure/real-progress.js';
import type { RealProgress } from './measure/real-progress.js';

// npm run bench -- events [--json] [--runs 3] [--projects 40]: from an outbox to the effect in another service.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '3' },
    projects: { type: 'string', default: '40' },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const PROJECTS = Number(values.projects);
const STEADY = { perSecond: 500, forMs: 3_000 };
/** A few seconds of work each. */
const BURST = { product: 60, busAlone: 240 };
const RAW_MS = 1_000;
const GROUP = 256;
const COMMANDS = { inFlight: 8, forMs: 2_500 };

const at = new Date();
const figures = new Figures();
const trial = await startTrialHouse({ keepsStoresRunning: true, say });
try {
  await measure(trial);
} finally {
  await trial.end();
}
printAnswer('events', at, figures, [
  goalOf(figures, 'P2', 'p50Ms', { below: 15 }),
  goalOf(figures, 'P2', 'p99Ms', { below: 60 }),
  goalOf(figures, 'P2', 'ratioToLimit', { atLeast: 0.6 }),
  // The same of one service to another with nothing but the bus at work in them.
  goalOf(figures, 'P2', 'busAloneP50Ms', { below: 15 }),
  goalOf(figures, 'P2', 'busAloneP99Ms', { below: 60 }),
  goalOf(figures, 'P2', 'busAloneRatioToLimit', { atLeast: 0.6 }),
]);
process.exit(0);

async function measure({ house }: TrialHouse): Promise<void> {
  const adminUrl = house.postgres?.url;
  if (adminUrl === undefined)
    throw new Error('This measures against the embedded PostgreSQL; unset DATABASE_URL.');
  const today = at.toISOString().slice(0, 10);
  say(`${PROJECTS} projects with plans and budgets`);
  const real = await openRealProgress(trial, { projects: PROJECTS, today });
  const alone = await startBusAlone(adminUrl);
  const raw = await openRawPostgres(adminUrl);
  try {
    await runAll(real, alone, raw);
  } finally {
    await Promise.allSettled([raw.close(), alone.close(), real.close()]);
  }
}

async function runAll(real: RealProgress, alone: BusAlone, raw: RawPostgres): Promise<void> {
  for (let run = 1; run <= RUNS; run += 1) {
    say(`run ${run} of ${RUNS}`);
    figures.add('rawCommitsPerSecond', 'commits/s, 32 connections', await raw.singleRowPerSecond(32, RAW_MS));
    figures.add(
      'rawGroupedRowsPerSecond',
      `rows/s, ${GROUP} a commit`,
      await raw.groupedRowsPerSecond(GROUP, RAW_MS),
    );
    figures.add(
      'rawPublishesPerSecond',
      'publishes/s, 256 in flight',
      await rawPublishesPerSecond(256, RAW_MS),
    );
    await measurePath(real.path, figures, { prefix: '', steady: STEADY, burst: BURST.product });
    await measurePath(alone.path, figures, { prefix: 'busAlone', steady: STEADY, burst: BURST.busAlone });
    await measureCommands(real, at.toISOString().slice(0, 10));
    say(JSON.stringify(figures.summary()));
  }
  const limit = Math.min(figures.median('rawGroupedRowsPerSecond'), figures.median('rawPublishesPerSecond'));
  figures.add('ratioToLimit', 'share of the slower raw limit', figures.median('perSecond') / limit);
  figures.add(
    'busAloneRatioToLimit',
    'share of the slower raw limit',
    figures.median('busAlonePerSecond') / limit,
  );
}

/** The whole way: progress reported at the gateway, until budgeting has earned it. */
async function measureCommands({ path, projects }: RealProgress, asOf: string): Promise<void> {
  const delay = new EffectDelay(path.ownerUrl, path.consumerUrl, path.source);
  const anna = trial.as('anna.meyer');
  await path.rest(60_000);
  const mark = await delay.mark();
  const { perSecond } = await closedLoad((turn) => {
    const project = projects[turn % projects.length];
    const task = project?.tasks[Math.floor(turn / projects.length) % project.tasks.length];
    const address = `/v1/projects/${project?.projectId}/tasks/${task?.taskId}/progress`;
    return anna.command('PATCH', address, { percentComplete: 1 + ((turn * 13) % 98), asOf });
  }, COMMANDS);
  await delay.settled(path.aggregateIds, 60_000);
  const { delaysMs } = await delay.since(mark, TaskProgressed.subject);
  await delay.close();
  figures.add('commandsPerSecond', 'reports of progress/s, 8 in flight', perSecond);
  figures.add('commandToEffectP50Ms', 'ms', percentile(delaysMs, 0.5));
  figures.add('commandToEffectP99Ms', 'ms', percentile(delaysMs, 0.99));
}
