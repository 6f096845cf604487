import { parseArgs } from 'node:util';
import { FAULT_KINDS } from '../faults/fault-plan.js';
import type { FaultKind } from '../faults/fault-plan.js';
import { runStock } from './stock-run.js';
import { stockAnswer } from './stock-answer.js';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '300' },
    seed: { type: 'string', default: '5' },
    'at-once': { type: 'string', default: '4' },
    kinds: { type: 'string', default: FAULT_KINDS.join(',') },
    json: { type: 'boolean', default: true },
  },
});

const steps = wholeNumber('--steps', values.steps);
const seed = wholeNumber('--seed', values.seed);
const atOnce = wholeNumber('--at-once', values['at-once']);
const kinds = values.kinds.split(',').map(kindNamed);
const at = new Date();
const startedMs = performance.now();
const run = await runStock({ steps, seed, atOnce, kinds, say });
const answer = stockAnswer(run, { seed, atOnce, at, seconds: (performance.now() - startedMs) / 1_000 });
process.stdout.write(`${JSON.stringify(answer)}\n`);

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new Error(`${name} is "${text}"; it takes a whole number from 1.`);
  }
  return number;
}

function kindNamed(text: string): FaultKind {
  const kind = FAULT_KINDS.find((name) => name === text.trim());
  if (kind === undefined) throw new Error(`"${text}" is no kind of fault: ${FAULT_KINDS.join(', ')}.`);
  return kind;
}
