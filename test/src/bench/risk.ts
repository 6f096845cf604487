import { simulateRisk } from '@meridian/network';
import type { RiskAnswer, RiskInput } from '@meridian/network';
import { RiskThreads } from '@meridian/network/threads';
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures } from './measure/figures.js';
import { uncertainPlan } from './measure/uncertain-plan.js';

// npm run bench -- risk [--json] [--runs 5] [--activities 1000] [--simulations 10000]: Monte Carlo over durations and cost.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    activities: { type: 'string', default: '1000' },
    simulations: { type: 'string', default: '10000' },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const SIMULATIONS = Number(values.simulations);
const THREADS = [1, 2, 4];

const at = new Date();
const figures = new Figures();
const plans = {
  triangular: uncertainPlan(Number(values.activities), 'triangular'),
  pert: uncertainPlan(Number(values.activities), 'pert'),
};
const bits = new Set<string>();
const pools = THREADS.map((threads) => ({ threads, pool: new RiskThreads({ threads }) }));
for (const [kind, plan] of Object.entries(plans)) {
  // The first simulation of a process compiles the code: a service has done that long ago.
  simulateRisk(plan, SIMULATIONS);
  for (const { pool } of pools) await pool.simulate(plan, SIMULATIONS);
  for (let run = 1; run <= RUNS; run += 1) {
    say(`${kind}, run ${run} of ${RUNS}`);
    await measure(kind, plan);
  }
}
const { triangular } = plans;
const began = performance.now();
await pools.at(-1)?.pool.simulate(triangular, 10 * SIMULATIONS);
figures.add('tenfold4ThreadsMs', 'ms', performance.now() - began);
for (const { pool } of pools) await pool.close();
// One set of bits a plan, however many threads computed it.
figures.add('answersThatDiffer', 'answers', bits.size - Object.keys(plans).length);
printAnswer('risk', at, figures, [
  goalOf(figures, 'P5', 'triangularAloneMs', { below: 500 }),
  goalOf(figures, 'P5', 'triangular4ThreadsMs', { below: 200 }),
  goalOf(figures, 'P5', 'answersThatDiffer', { below: 1 }),
]);

async function measure(kind: string, plan: RiskInput): Promise<void> {
  const started = performance.now();
  const alone = simulateRisk(plan, SIMULATIONS);
  figures.add(`${kind}AloneMs`, 'ms', performance.now() - started);
  bits.add(bitsOf(kind, alone));
  for (const { threads, pool } of pools) {
    const before = performance.now();
    const answer = await pool.simulate(plan, SIMULATIONS);
    figures.add(`${kind}${threads}ThreadsMs`, 'ms', performance.now() - before);
    bits.add(bitsOf(kind, answer));
  }
}

function bitsOf(kind: string, answer: RiskAnswer): string {
  const percents = Array.from({ length: 99 }, (_, i) => i + 1);
  const all = [
    kind,
    percents.map((percent) => [answer.finishAt(percent), answer.costAt(percent)]),
    answer.delay,
    answer.activities(),
    answer.events(),
  ];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
