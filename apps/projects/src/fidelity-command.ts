#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '@meridian/refusal';
import { fidelityOf } from './domain/fidelity/plan-fidelity.js';
import { fidelityAnswer, fidelityText } from './domain/fidelity/fidelity-answer.js';
import type { FileFidelity } from './domain/fidelity/fidelity-answer.js';
import { readPlanInWorker } from './plan-worker/read-in-worker.js';

const USAGE = `fidelity -- FILE... [--json]

Reads each plan file (Microsoft Project XML, Primavera XER and XML, CSV), schedules it anew and compares every start and
finish with the one stored in the file. Ends with 0 when all files were read, whatever the comparison says; with 1 when one
was not.`;

/** Nobody waits for it as for an import, and machines that measure are busy. */
const MOST_MS = 120_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help === true || positionals.length === 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = values.help === true ? 0 : 1;
} else {
  await run(positionals);
}

async function run(files: readonly string[]): Promise<void> {
  const at = new Date();
  const results: FileFidelity[] = [];
  for (const file of files) results.push(await resultOf(file));
  const machine = {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
  };
  const answer = fidelityAnswer(results, { at: at.toISOString(), machine });
  process.stdout.write(values.json === true ? `${JSON.stringify(answer)}\n` : fidelityText(answer));
  process.exitCode = results.some((result) => 'refusal' in result) ? 1 : 0;
}

/** A file that is refused is part of the answer; the others still count. */
async function resultOf(file: string): Promise<FileFidelity> {
  try {
    const reading = await readPlanInWorker(await readFile(file), {
      fileName: basename(file),
      bounds: { timeMs: MOST_MS },
    });
    return { file, ...fidelityOf(reading) };
  } catch (error) {
    const isExpected = error instanceof Refusal || (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isExpected) throw error;
    process.stderr.write(`${file}: ${(error as Error).message}\n`);
    return { file, refusal: (error as Error).message };
  }
}
