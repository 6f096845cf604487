import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { eventually } from '@meridian/testing';
import { TaskProgressed } from '../bus/trial-contracts.js';
import { CLAIMS, taken } from '../bus/trial-services.js';
import { letterOf } from '../poison/letters.js';
import type { Letter } from '../poison/letters.js';
import { startPoisonTrial } from '../poison/poison-trial.js';
import type { Dose, PoisonTrial } from '../poison/poison-trial.js';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { EffectDelay } from './measure/effect-delay.js';
import { Figures, percentile } from './measure/figures.js';
import { openLoad } from './measure/load.js';

// npm run bench -- poison [--json] [--runs 5] [--rate 400]: what poison does to everybody else.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    rate: { type: 'string', default: '400' },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const RATE = Number(values.rate);
const SHARE = 0.01;
const AGGREGATES = 60;
const SETTLED_MS = 60_000;
const PARKED_MS = 30_000;

const at = new Date();
const figures = new Figures();
const aggregateIds = Array.from({ length: AGGREGATES }, () => randomUUID());
const given: Dose[] = [];
const trial = await startPoisonTrial();
const delay = new EffectDelay(trial.owner.test.url, trial.consumer.test.url, 'projects');
try {
  await measure();
  await redriveAll();
} finally {
  await delay.close();
  await trial.end();
}
printAnswer('poison', at, figures, [
  goalOf(figures, 'G6', 'kinds', { atLeast: 20 }),
  goalOf(figures, 'G6', 'p99ChangePercent', { below: 10 }),
  goalOf(figures, 'G6', 'parkedInTimeShare', { atLeast: 1 }),
  goalOf(figures, 'G6', 'intrudersParkedInTimeShare', { atLeast: 1 }),
  goalOf(figures, 'G6', 'redrivenInOrderShare', { atLeast: 1 }),
]);
process.exit(0);

/**
 * Stretches by turns, so that the machine's moods meet them alike: without poison; with events that the owner announced and
 * nobody can take; with messages that somebody with the owner's password wrote into its stream.
 */
async function measure(): Promise<void> {
  await stretch([]);
  for (let run = 1; run <= RUNS; run += 1) {
    const doses = trial.doses();
    const announced = doses.filter(({ way }) => way !== 'message');
    const foreign = doses.filter(({ way }) => way === 'message');
    addDelays('clean', await stretch([], announced.length));
    addDelays('poisoned', await stretch(announced));
    figures.add(
      'parkedInTimeShare',
      `parked with the right words within ${PARKED_MS / 1_000} s`,
      await parked(announced),
    );
    addDelays('intruded', await stretch(foreign));
    figures.add('intrudersParkedInTimeShare', 'the same', await parked(foreign));
    figures.add('kinds', 'kinds announced', new Set(announced.map(({ kind }) => kind)).size);
    figures.add('intruderKinds', 'kinds written past the bus', new Set(foreign.map(({ kind }) => kind)).size);
    given.push(...announced);
    say(`run ${run} of ${RUNS}: ${JSON.stringify(figures.summary())}`);
  }
  const change = figures.median('poisonedP99Ms') / figures.median('cleanP99Ms') - 1;
  figures.add('p99ChangePercent', '% of the p99 of other projects, medians', 100 * change);
}

function addDelays(name: string, delaysMs: readonly number[]): void {
  figures.add(`${name}P50Ms`, `ms at ${RATE}/s`, percentile(delaysMs, 0.5));
  figures.add(`${name}P99Ms`, `ms at ${RATE}/s`, percentile(delaysMs, 0.99));
}

/** Steady traffic, every hundredth event one of the doses; as long as so many doses need. Answers the delays of the healthy. */
async function stretch(doses: readonly Dose[], lasting = doses.length): Promise<readonly number[]> {
  const every = Math.round(1 / SHARE);
  const mark = await delay.mark();
  const forMs = (Math.max(1, lasting) * every * 1_000) / RATE;
  await openLoad(
    (turn) => {
      const dose = turn % every === every - 1 ? doses[Math.floor(turn / every)] : undefined;
      return dose ? dose.give() : announce(turn);
    },
    { perSecond: RATE, forMs },
  );
  await delay.settled(aggregateIds, SETTLED_MS);
  return (await delay.since(mark, TaskProgressed.subject)).delaysMs;
}

async function announce(turn: number): Promise<void> {
  const projectId = aggregateIds[turn % AGGREGATES] as string;
  await trial.owner.bus.outbox.transact(({ announce: say }) =>
    say(TaskProgressed, { projectId, step: 2 + turn }),
  );
}

/** The share of the doses that lie among the dead letters in time, with words that name what was found. */
async function parked(doses: readonly Dose[]): Promise<number> {
  const missing = async (): Promise<string[]> => {
    const letters = await Promise.all(doses.map((dose) => letterOf(trial.consumer, dose)));
    return doses.flatMap(({ kind, words }, index) => {
      const reason = letters[index]?.reason;
      return reason !== undefined && words.test(reason) ? [] : [`${kind}: ${reason ?? 'no letter'}`];
    });
  };
  const left = await eventually(
    async () => {
      const now = await missing();
      if (now.length > 0) throw new Error(now.join('; '));
      return now;
    },
    { timeoutMs: PARKED_MS, everyMs: 250 },
  ).catch(missing);
  for (const line of left) say(`not parked as it should be: ${line}`);
  return 1 - left.length / doses.length;
}

/** The cause is mended, two more events wait behind each letter: all of it has to take effect, in order, and be written down. */
async function redriveAll(): Promise<void> {
  const waiting = given.filter(({ way }) => way === 'reaction');
  for (const { id } of waiting)
    for (const step of [2, 3])
      await trial.owner.bus.outbox.transact(({ announce: say }) =>
        say(TaskProgressed, { projectId: id, step }),
      );
  trial.mend();
  for (const dose of waiting) await redrive(trial, (await letterOf(trial.consumer, dose)) as Letter);
  const inOrder = await Promise.all(waiting.map(({ id }) => goesOn(id)));
  figures.add('redriven', 'letters', waiting.length);
  figures.add('redrivenInOrderShare', 'share', inOrder.filter(Boolean).length / waiting.length);
  const [acts] = await trial.consumer.database.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM bus.dead_letter_act WHERE act = 'redriven' AND by = $1`,
    CLAIMS.subject,
  );
  figures.add('auditedActs', 'acts with who and when', acts?.count ?? 0);
}

function redrive({ client }: PoisonTrial, { id }: Letter): Promise<unknown> {
  const how = { claims: CLAIMS, timeoutMs: 15_000 };
  return client.requests.ask('requests.budgeting.redrive-dead-letter.v1', { id }, how);
}

function goesOn(projectId: string): Promise<boolean> {
  return eventually(
    async () => {
      const steps = await taken(trial.consumer, projectId);
      if (steps.length < 3) throw new Error(`${projectId} has ${steps.length} of 3 events`);
      return steps.join() === '1,2,3';
    },
    { timeoutMs: SETTLED_MS },
  ).catch(() => false);
}
