import { parseArgs } from 'node:util';
import { runStock } from './stock-run.js';
import { stockAnswer } from './stock-answer.js';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '300' },
    seed: { type: 'string', default: '5' },
    'at-once': { type: 'string', default: '4' },
    json: { type: 'boolean', default: true },
  },
});

const steps = wholeNumber('--steps', values.steps);
const seed = wholeNumber('--seed', values.seed);
const atOnce = wholeNumber('--at-once', values['at-once']);
const at = new Date();
const startedMs = performance.now();
const run = await runStock({ steps, seed, atOnce, say });
const answer = stockAnswer(run, { seed, atOnce, at, seconds: (performance.now() - startedMs) / 1_000 });
process.stdout.write(`${JSON.stringify(answer)}\n`);

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new Error(`${name} is "${text}"; it takes a whole number from 1.`);
  }
  return number;
}
