import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures, percentile } from './measure/figures.js';

// npm run bench -- earned-value [--json] [--runs 3] [--projects 1000] [--tasks 1000] [--reports 2000]: the rules of earned value
// alone, in a process of budgeting: all projects valued anew, and one report of progress up to every level. Milliseconds are
// those of computing, whoever else is on the machine.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    runs: { type: 'string', default: '3' },
    projects: { type: 'string', default: '1000' },
    tasks: { type: 'string', default: '1000' },
    reports: { type: 'string', default: '2000' },
  },
});
const RUNS = Math.max(3, Number(values.runs));
const PROGRAM = fileURLToPath(
  new URL('../../../apps/budgeting/dist/earned-value-at-size.js', import.meta.url),
);
const SIZE = (['projects', 'tasks', 'reports'] as const).flatMap((name) => [`--${name}`, values[name]]);

const at = new Date();
const figures = new Figures();
for (let run = 1; run <= RUNS; run += 1) {
  say(`run ${run} of ${RUNS}`);
  const { fullMs, reportMs } = JSON.parse(
    execFileSync(process.execPath, [PROGRAM, ...SIZE], { encoding: 'utf8' }),
  ) as { readonly fullMs: number; readonly reportMs: readonly number[] };
  figures.add('fullRecomputeMs', 'ms', fullMs);
  figures.add('eventP50Ms', 'ms', percentile(reportMs, 0.5));
  figures.add('eventP99Ms', 'ms', percentile(reportMs, 0.99));
}
printAnswer('earned-value', at, figures, [
  goalOf(figures, 'F46', 'eventP99Ms', { below: 50 }),
  goalOf(figures, 'F46', 'fullRecomputeMs', { below: 10_000 }),
]);
