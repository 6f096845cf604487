import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openProject } from '../house/open-project.js';
import { settledHouse } from '../house/settled-house.js';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';
import { startGenerator } from '../overload/generator.js';
import type { Load } from '../overload/generator.js';
import { watchHouse } from '../overload/house-watch.js';
import { manyPeople } from '../overload/many-people.js';
import { OverloadRun } from '../overload/overload-run.js';
import { processorTime } from '../overload/processor-time.js';
import { accountsOf } from '../overload/registered-projects.js';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures } from './measure/figures.js';
import { sideBySide } from './measure/load.js';

// npm run bench -- overload [--json] [--runs 8] [--seconds 2] [--connections 512] [--people 400] [--loads reads,commands]:
// what clients get when up to ten times as much is asked as the house can answer, in an open loop.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '512' },
    people: { type: 'string', default: '400' },
    loads: { type: 'string', default: 'reads,commands' },
  },
});
const PORTFOLIO = 'Overload';
const WITH_PLAN = 6;
const SETTLED_MS = 180_000;

const at = new Date();
const figures = new Figures();
const wanted = values.loads.split(',');
let restarts = 0;
let issuer = '';
const crowd = await manyPeople(() => issuer);
process.env['OIDC_DISCOVERY_URL'] = crowd.discoveryUrl;
const trial = await startTrialHouse({ keepsStoresRunning: true, say: hear });
issuer = trial.house.issuer;
const generator = startGenerator();
const watch = await watchHouse(trial.house);
try {
  await measure();
} finally {
  generator.end();
  await watch.end();
  await trial.end();
  await crowd.end();
}
printAnswer('overload', at, figures, [
  ...wanted.flatMap((load) => [
    goalOf(figures, 'G8', `${load}GoodputAt10Share`, { atLeast: 0.9 }),
    goalOf(figures, 'G8', `${load}P99MsAt10`, { below: 1_000 }),
    goalOf(figures, 'G8', `${load}RetryAfterShareAt10`, { atLeast: 1 }),
    goalOf(figures, 'G8', `${load}MemoryGrowthAt10`, { below: 1.5 }),
    goalOf(figures, 'G8', `${load}RecoveredSeconds`, { below: 10 }),
  ]),
  ...['lost', 'twice', 'unasked', 'restarts'].map((figure) => goalOf(figures, 'G8', figure, { below: 1 })),
]);
process.exit(0);

async function measure(): Promise<void> {
  const paths = await fill(trial);
  const run = new OverloadRun({
    url: trial.house.url,
    generator,
    watch,
    used: () => processorTime(trial.house, generator.pid),
    figures,
    tokens: crowd.tokens(issuer, Number(values.people)),
    connections: Number(values.connections),
    stretchMs: Number(values.seconds) * 1_000,
    settle: () => settledHouse(trial.house, SETTLED_MS),
    say,
  });
  const loads: readonly Load[] = [
    { kind: 'reads', paths },
    { kind: 'commands', prefix: PORTFOLIO },
  ];
  for (const load of loads.filter(({ kind }) => wanted.includes(kind))) {
    await run.warmUp(load);
    await run.measure(load, Number(values.runs));
  }
  const accounts = await accountsOf(trial.as('anna.meyer'), PORTFOLIO, run);
  for (const [name, count] of Object.entries(accounts)) figures.add(name, 'projects', count);
  figures.add('accepted', 'projects answered with 2xx', run.accepted.length);
  figures.add('restarts', 'services that ended by themselves', restarts);
}

/** A few projects whose pages are put together from several services, and the portfolio's page. */
async function fill(house: TrialHouse): Promise<readonly string[]> {
  const today = at.toISOString().slice(0, 10);
  const paths: string[] = [];
  const codes = Array.from({ length: WITH_PLAN }, (_, index) => `READ-${index}`);
  await sideBySide(codes, 2, async (code) => {
    const { projectId } = await openProject(house, { code, portfolio: 'Planned', tasks: 10, today });
    paths.push(`/v1/projects/${projectId}`, `/v1/projects/${projectId}/plan`);
  });
  await settledHouse(house.house, SETTLED_MS);
  return paths;
}

function hear(sentence: string): void {
  if (/ ended \(/.test(sentence)) restarts += 1;
  say(sentence);
}
