import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { instanceFolder } from '../levelling/instance-folder.js';
import { SolverChild } from '../levelling/solver-child.js';
import { goalOf, printAnswer, say } from './measure/bench-answer.js';
import { Figures } from './measure/figures.js';
import { measureLarge } from './measure/levelling-at-size.js';
import { LevellingSets } from './measure/levelling-sets.js';

// npm run bench -- levelling [--json] [--threads 4] [--all | --sample 24] [--only j30,j60,j90,j120,mpsplib,large] [--clock wall|cpu]
//   [--instances DIR --best-known FILE --seconds N]: how far plans are from the best known ones in the time given, how
// many are proven, and how long plans of a whole portfolio take. `--clock cpu` counts what each thread itself worked
// instead of the wall's time, for figures on a busy machine. A folder may hold `.sm` and `.rcmp` files.
const EVERY_SET = 'j30,j60,j90,j120,mpsplib,large';
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    all: { type: 'boolean' },
    sample: { type: 'string' },
    threads: { type: 'string', default: '4' },
    only: { type: 'string', default: EVERY_SET },
    clock: { type: 'string', default: 'wall' },
    instances: { type: 'string' },
    'best-known': { type: 'string' },
    seconds: { type: 'string', default: '10' },
  },
});
const CORPUS = resolve(process.env['CORPUS_DIR'] ?? '../shared/data', 'psplib');
const clock = values.clock === 'cpu' ? ('cpu' as const) : ('wall' as const);

/** A folder is run whole, of the sets at hand a sample. */
const usual = values.instances === undefined ? 24 : Infinity;
const isWhole = values.instances === undefined && values.only === EVERY_SET;

const at = new Date();
const figures = new Figures();
const solver = await SolverChild.start(Number(values.threads));
const sets = new LevellingSets(solver, figures, {
  clock,
  atMost: values.all === true ? Infinity : Number(values.sample ?? usual),
});
try {
  if (values.instances !== undefined) await oneFolder(values.instances);
  else await everything(new Set(values.only.split(',')));
} finally {
  await solver.end();
}
sets.summarise();
const goals = [
  goalOf(figures, 'P6', 'j30Deviation1s', { below: 0.000_001 }),
  goalOf(figures, 'P6', 'j30Proven60s', { atLeast: 1 }),
  goalOf(figures, 'P6', 'j60Deviation10s', { below: 0.150_001 }),
  goalOf(figures, 'P6', 'j60Proven10s', { atLeast: 0.86 }),
  goalOf(figures, 'P6', 'j90Deviation10s', { below: 0.300_001 }),
  goalOf(figures, 'P6', 'j120Deviation10s', { below: 0.900_001 }),
  goalOf(figures, 'P6', 'mpsplibNoWorseShare', { atLeast: 1 }),
  goalOf(figures, 'P6', 'mpsplibShorterPercent', { atLeast: 7 }),
  goalOf(figures, 'P6', 'level100kMs', { below: 500 }),
  goalOf(figures, 'P6', 'portfolioCaseSeconds', { below: 10 }),
  goalOf(figures, 'P6', 'brokenPlans', { below: 1 }),
];
// Goals of what was not asked for are not told; of what was asked for and could not be measured they do not hold.
printAnswer(
  'levelling',
  at,
  figures,
  goals.filter(({ figure }) => isWhole || figures.has(figure)),
);

async function everything(wanted: ReadonlySet<string>): Promise<void> {
  const bestKnown = join(CORPUS, 'best-known.csv');
  const folder = (set: string) => {
    const path = join(CORPUS, set);
    if (wanted.has(set) && existsSync(path)) return path;
    if (wanted.has(set)) say(`${path} is not there, so nothing is said of ${set}.`);
    return undefined;
  };
  const j30 = folder('j30');
  if (j30 !== undefined) await sets.deviationAndProof('j30', instanceFolder(j30, bestKnown));
  for (const set of ['j60', 'j90', 'j120']) {
    const path = folder(set);
    if (path !== undefined) await sets.deviation(set, instanceFolder(path, bestKnown), 10);
  }
  const multiProject = folder('mpsplib');
  if (multiProject !== undefined)
    await sets.against(instanceFolder(multiProject, join(multiProject, 'microsoft-project.csv')), 5);
  if (wanted.has('large')) await measureLarge(solver, figures, sets);
}

async function oneFolder(folder: string): Promise<void> {
  const list = values['best-known'];
  if (list === undefined) throw new Error('--instances DIR needs --best-known FILE: instance, makespan.');
  const instances = instanceFolder(folder, list);
  await sets.deviation(familyOf(instances[0]?.name), instances, Number(values.seconds));
}

/** `j30` of `j3012_4`, `mp` of `mp_j90_a10_nr2`: what the figures are named after. */
function familyOf(name = ''): string {
  return /^(j30|j60|j90|j120)/.exec(name)?.[0] ?? /^[a-z]+/i.exec(name)?.[0].toLowerCase() ?? 'set';
}
