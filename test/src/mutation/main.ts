// npm run mutation -- <target>: how many small changes to the code its tests notice.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { mutationFigures, mutationMarkdown, survivors } from './mutation-report.js';
import type { Reason } from './mutation-report.js';
import { mutationTarget } from './mutation-targets.js';
import { runMutants } from './run-mutants.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: String(Math.max(1, Math.min(2, availableParallelism()))) },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
const target = mutationTarget(name);
const began = performance.now();
const mutants = await runMutants(target, { concurrency: Number(values.concurrency), only: values.only });
const figures = mutationFigures(mutants);
const left = survivors(mutants, await reasonsOf(name!));
const unexplained = left.filter(({ reason }) => reason === null);
const seconds = Math.round((performance.now() - began) / 1_000);

for (const { file, line, mutator, original, replacement, reason } of left)
  console.error(
    `  ${file}:${line} ${mutator}\n    - ${original}\n    + ${replacement}\n    ${reason ?? 'NO REASON GIVEN'}`,
  );
console.error(
  `${name}: ${figures.score} % of ${mutants.length} changes noticed (at least ${target.leastScore}); ` +
    `${left.length} not noticed, ${unexplained.length} of them without a reason; ${seconds} s.`,
);
if (values.report) await writeReport();
if (values.json)
  console.log(
    JSON.stringify({ name: 'mutation', target: name, at: new Date().toISOString(), seconds, figures, left }),
  );
const isWhole = values.only.length > 0 || (figures.score >= target.leastScore && unexplained.length === 0);
process.exitCode = isWhole ? 0 : 1;

async function reasonsOf(target: string): Promise<readonly Reason[]> {
  const text = await readFile(`test/mutation/reasons/${target}.json`, 'utf8').catch(() => '[]');
  return JSON.parse(text) as readonly Reason[];
}

async function writeReport(): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  await mkdir('test/mutation/reports', { recursive: true });
  await writeFile(
    `test/mutation/reports/${day}-${name}.md`,
    mutationMarkdown(`Changes to ${target.package} that its tests notice, ${day}`, figures, left),
  );
}
