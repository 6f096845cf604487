import { parseArgs } from 'node:util';
import { faultAnswer } from './fault-answer.js';
import { FAULT_KINDS, ROLLING } from './fault-plan.js';
import type { FaultKind } from './fault-plan.js';
import { runFaults } from './fault-run.js';
import { findPlants } from './plants/find-plants.js';
import { PLANTS, plantNamed } from './plants/plant-bank.js';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    breath: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '3' },
    'check-every': { type: 'string', default: '50' },
    kinds: { type: 'string' },
    previous: { type: 'string' },
    plant: { type: 'string', multiple: true },
    plants: { type: 'boolean', default: false },
    controls: { type: 'boolean', default: false },
    json: { type: 'boolean', default: true },
  },
});
const answer = values.plants || values.plant !== undefined ? await foundPlants() : await faults();
for (const violation of answer.violations) say(`violation: ${violation}`);
process.stdout.write(`${JSON.stringify(answer)}\n`);
process.exitCode = answer.violations.length > 0 ? 1 : 0;

function foundPlants() {
  const plants = values.plant?.map(plantNamed) ?? PLANTS;
  return findPlants({ plants, withControls: values.controls, say });
}

async function faults() {
  const steps = wholeNumber('--steps', values.steps);
  const seed = wholeNumber('--seed', values.seed);
  const atOnce = wholeNumber('--at-once', values['at-once']);
  const checkEvery = wholeNumber('--check-every', values['check-every']);
  const minutes = values.minutes ? wholeNumber('--minutes', values.minutes) : Number.POSITIVE_INFINITY;
  const breath = wholeNumber('--breath', values.breath);
  const { previous } = values;
  const usual = previous === undefined ? FAULT_KINDS : [ROLLING, ...FAULT_KINDS];
  const kinds = values.kinds?.split(',').map(kindNamed) ?? usual;
  if (kinds.includes(ROLLING) && previous === undefined)
    throw new Error(`"${ROLLING}" needs a release to begin with: --previous <commit>, such as HEAD~20.`);
  const startedAt = new Date();
  const startedMs = performance.now();
  const answerOf = (run: Parameters<typeof faultAnswer>[0]) =>
    faultAnswer(run, {
      steps,
      seed,
      kinds,
      atOnce,
      at: startedAt,
      seconds: (performance.now() - startedMs) / 1_000,
    });

  const untilMs = startedMs + minutes * 60_000;
  let isAskedToEnd = false;
  process.once('SIGINT', () => {
    isAskedToEnd = true;
    say(
      'Ends when the faults under way are over and everything is compared; once more ends at once and tidies nothing.',
    );
  });
  const run = await runFaults(
    {
      steps,
      seed,
      kinds,
      atOnce,
      checkEvery,
      isOver: () => isAskedToEnd || performance.now() >= untilMs,
      previous,
      breath,
      today: startedAt.toISOString().slice(0, 10),
      say,
    },
    (seen) => answerOf(seen).violations.length > 0,
  );
  return answerOf(run);
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new Error(`${name} is "${text}"; it takes a whole number from 1.`);
  }
  return number;
}

function kindNamed(text: string): FaultKind {
  const all = [...FAULT_KINDS, ROLLING];
  const kind = all.find((name) => name === text.trim());
  if (kind === undefined) throw new Error(`"${text}" is no kind of fault: ${all.join(', ')}.`);
  return kind;
}
