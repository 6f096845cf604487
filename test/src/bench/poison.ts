import { parseArgs } from 'node:util';
import { eventually } from '@meridian/testing';
import { TaskProgressed } from '../bus/trial-contracts.js';
import { CLAIMS, taken } from '../bus/trial-services.js';
import { consumerApart } from '../poison/consumer-apart.js';
import { letterOf } from '../poison/letters.js';
import type { Letter } from '../poison/letters.js';
import { PoisonTraffic } from '../poison/poison-traffic.js';
import { startPoisonTrial } from '../poison/poison-trial.js';
import type { Dose } from '../poison/poison-trial.js';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures, percentile } from './measure/figures.js';

// npm run bench -- poison [--json] [--runs 5] [--rate 400] [--kinds]: what poison does to everybody else; with --kinds also what
// each kind does by itself. Owner and consumer have a process each, as services do.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    rate: { type: 'string', default: '400' },
    kinds: { type: 'boolean', default: false },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const PARKED_MS = 30_000;
const REDRIVEN_MS = 60_000;
/** Doses of a kind when it is measured by itself. */
const OF_A_KIND = 8;
const WARM_UP = 3;

const at = new Date();
const figures = new Figures();
const given: Dose[] = [];
const trial = await startPoisonTrial(consumerApart);
const traffic = new PoisonTraffic(trial, Number(values.rate));
try {
  await traffic.stretch([], WARM_UP);
  if (values.kinds) await measureKinds();
  await measure();
  await redriveAll();
} finally {
  await traffic.close();
  await trial.end();
}
printAnswer('poison', at, figures, [
  goalOf(figures, 'G6', 'kinds', { atLeast: 20 }),
  goalOf(figures, 'G6', 'announcedP99ChangePercent', { below: 10 }),
  goalOf(figures, 'G6', 'foreignP99ChangePercent', { below: 10 }),
  goalOf(figures, 'G6', 'announcedParkedInTimeShare', { atLeast: 1 }),
  goalOf(figures, 'G6', 'foreignParkedInTimeShare', { atLeast: 1 }),
  goalOf(figures, 'G6', 'redrivenInOrderShare', { atLeast: 1 }),
]);
process.exit(0);

/**
 * Pairs of a calm stretch and a poisoned one, in turns, so that the machine's moods meet both alike; the change is that of a pair,
 * and the median of the pairs counts. Announced: events that the owner announced and nobody can take. Foreign: messages that
 * somebody with the owner's password wrote into its stream.
 */
async function measure(): Promise<void> {
  for (let run = 1; run <= RUNS; run += 1) {
    const doses = trial.doses();
    const announced = doses.filter(({ way }) => way !== 'message');
    const foreign = doses.filter(({ way }) => way === 'message');
    await pair('announced', announced, run % 2 === 0);
    await pair('foreign', foreign, run % 2 === 0);
    figures.add('kinds', 'kinds announced', new Set(announced.map(({ kind }) => kind)).size);
    figures.add('foreignKinds', 'kinds written past the bus', new Set(foreign.map(({ kind }) => kind)).size);
    given.push(...announced);
    say(`run ${run} of ${RUNS}: ${JSON.stringify(figures.summary())}`);
  }
}

async function pair(name: string, doses: readonly Dose[], poisonFirst: boolean): Promise<void> {
  const p99: Record<string, number> = {};
  for (const isPoisoned of [poisonFirst, !poisonFirst]) {
    const delaysMs = await traffic.stretch(isPoisoned ? doses : [], doses.length);
    const state = isPoisoned ? 'Poisoned' : 'Calm';
    p99[state] = percentile(delaysMs, 0.99);
    figures.add(`${name}${state}P50Ms`, `ms at ${values.rate}/s`, percentile(delaysMs, 0.5));
    figures.add(`${name}${state}P99Ms`, `ms at ${values.rate}/s`, p99[state]);
    if (isPoisoned) await noteParked(name, doses);
  }
  const change = 100 * (p99['Poisoned']! / p99['Calm']! - 1);
  figures.add(`${name}P99ChangePercent`, '% of the p99 of other projects, of a pair', change);
}

/** The share of the doses that lie among the dead letters in time, with words that name what was found. */
async function noteParked(name: string, doses: readonly Dose[]): Promise<void> {
  const unparked = await traffic.unparked(doses, PARKED_MS);
  for (const line of unparked) say(`not parked as it should be: ${line}`);
  const unit = `parked with the right words within ${PARKED_MS / 1_000} s`;
  figures.add(`${name}ParkedInTimeShare`, unit, 1 - unparked.length / doses.length);
}

/** Each kind by itself, as one event in a hundred, with a calm stretch before it. */
async function measureKinds(): Promise<void> {
  for (let run = 1; run <= RUNS; run += 1) {
    const boxes = Array.from({ length: OF_A_KIND }, () => trial.doses());
    for (const [index, { kind, way }] of boxes[0]!.entries()) {
      const doses = boxes.map((box) => box[index]!);
      const calm = percentile(await traffic.stretch([], OF_A_KIND), 0.99);
      const poisoned = percentile(await traffic.stretch(doses), 0.99);
      await traffic.unparked(doses, PARKED_MS);
      say(`${way}, ${kind}: ${calm.toFixed(1)} -> ${poisoned.toFixed(1)} ms`);
      figures.add(`${way}: ${kind}`, 'times the p99 of a calm stretch', poisoned / calm);
      if (way !== 'message') given.push(...doses);
    }
  }
}

/** The cause is mended, two more events wait behind each letter: all of it has to take effect, in order, and be written down. */
async function redriveAll(): Promise<void> {
  const waiting = given.filter(({ way }) => way === 'reaction');
  for (const { id } of waiting)
    for (const step of [2, 3])
      await trial.owner.bus.outbox.transact(({ announce }) =>
        announce(TaskProgressed, { projectId: id, step }),
      );
  await trial.mend();
  for (const dose of waiting) await redrive((await letterOf(trial.consumer, dose)) as Letter);
  const inOrder = await Promise.all(waiting.map(({ id }) => goesOn(id)));
  figures.add('redriven', 'letters', waiting.length);
  figures.add('redrivenInOrderShare', 'share', inOrder.filter(Boolean).length / waiting.length);
  const [acts] = await trial.consumer.database.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM bus.dead_letter_act WHERE act = 'redriven' AND by = $1`,
    CLAIMS.subject,
  );
  figures.add('auditedActs', 'acts with who and when', acts?.count ?? 0);
}

function redrive({ id }: Letter): Promise<unknown> {
  const how = { claims: CLAIMS, timeoutMs: 15_000 };
  return trial.client.requests.ask('requests.budgeting.redrive-dead-letter.v1', { id }, how);
}

function goesOn(projectId: string): Promise<boolean> {
  return eventually(
    async () => {
      const steps = await taken(trial.consumer, projectId);
      if (steps.length < 3) throw new Error(`${projectId} has ${steps.length} of 3 events`);
      return steps.join() === '1,2,3';
    },
    { timeoutMs: REDRIVEN_MS },
  ).catch(() => false);
}
