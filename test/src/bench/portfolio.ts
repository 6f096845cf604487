import { selectPortfolio } from '@meridian/selection/threads';
import { parseArgs } from 'node:util';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { candidatePortfolio } from './measure/candidate-portfolio.js';
import { Figures } from './measure/figures.js';

// npm run bench -- portfolio [--json] [--runs 3]: the selection of projects and their starts, each run another portfolio.
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, runs: { type: 'string', default: '3' } },
});
const RUNS = Math.max(3, Number(values.runs));

/** Name, candidates, starts, seconds, and the gap at which it may stop. */
const CASES = [
  { name: 'optimal50x4', candidates: 50, starts: 4, seconds: 20, relativeGap: 0 },
  { name: 'select100x4', candidates: 100, starts: 4, seconds: 10, relativeGap: 0.01 },
  { name: 'select200x4', candidates: 200, starts: 4, seconds: 10, relativeGap: 0.01 },
  { name: 'select500x1', candidates: 500, starts: 1, seconds: 5, relativeGap: 0.01 },
  { name: 'select500x4', candidates: 500, starts: 4, seconds: 5, relativeGap: 0.01 },
] as const;

const at = new Date();
const figures = new Figures();
for (let run = 1; run <= RUNS; run += 1) for (const one of CASES) await measure(run, one);
printAnswer('portfolio', at, figures, [
  goalOf(figures, 'P7', 'optimal50x4Ms', { below: 3_000 }),
  goalOf(figures, 'P7', 'optimal50x4Proven', { atLeast: 1 }),
  goalOf(figures, 'P7', 'select500x4Ms', { below: 5_000 }),
  goalOf(figures, 'P7', 'select500x4Gap', { below: 0.01 }),
  goalOf(figures, 'P7', 'select100x4Gap', { below: 0.03 }),
]);

async function measure(
  run: number,
  { name, candidates, starts, seconds, relativeGap }: (typeof CASES)[number],
): Promise<void> {
  const problem = candidatePortfolio({ candidates, starts, seed: 100 * run + candidates + starts });
  const began = performance.now();
  const { proof, gap, selection } = await selectPortfolio(problem, {
    timeLimitMs: seconds * 1_000,
    relativeGap,
  });
  const tookMs = performance.now() - began;
  say(
    `${name}, run ${run}: ${proof}, gap ${gap?.toFixed(5)}, ${selection?.size} done, ${Math.round(tookMs)} ms`,
  );
  figures.add(`${name}Ms`, 'ms', tookMs);
  figures.add(`${name}Gap`, 'share of the value', gap ?? 1);
  figures.add(`${name}Proven`, '1 when proven optimal', proof === 'optimal' ? 1 : 0);
}
