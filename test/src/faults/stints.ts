import { setTimeout as pass } from 'node:timers/promises';
import { settledHouse } from '../house/settled-house.js';
import { Chance } from './chance.js';
import { convergence } from './convergence.js';
import { faultPlan } from './fault-plan.js';
import type { FaultStep } from './fault-plan.js';
import type { FaultRun, FaultRunOptions } from './fault-run.js';
import { OperatorConnection } from './operator-connection.js';
import { worksAgain } from './recovery.js';
import { brokerOf } from './strikes/broker.js';
import { strikeInTurn } from './strikes/every-fault.js';
import type { Scene } from './strikes/scene.js';
import type { WorkPlace } from './work-place.js';

type Say = (sentence: string) => void;

/** Faults between two full checks of everything. */
const USUAL_STINT = 50;
const REST_MS = 60_000;

/** Plays the whole plan, stint by stint, into `run`; ends early when the house never agrees again. */
export async function playStints(
  options: FaultRunOptions,
  scene: Scene,
  place: WorkPlace,
  run: FaultRun,
): Promise<void> {
  const { seed, steps, kinds, say, checkEvery = USUAL_STINT, isOver = () => false } = options;
  const plan = faultPlan(seed, steps, kinds);
  const chance = new Chance(seed);
  await warmUp(place);
  for (let from = 0; from < plan.length; from += checkEvery) {
    await settledHouse(scene.house, REST_MS);
    await gatherOld(scene, chance);
    const load = place.beginStint();
    const next = untilOver(plan.slice(from, from + checkEvery), isOver);
    await Promise.all(Array.from({ length: options.atOnce }, () => sufferEach(next, scene, run, say)));
    const found = await convergence(place, load, options.patienceMs);
    run.convergences.push(found);
    say(`after ${run.steps} faults: ${found.sentence}`);
    for (const one of found.autopsies) say(`autopsy: ${JSON.stringify(one)}`);
    run.isCutShort = isOver();
    if (found.seconds === null || run.isCutShort) return;
  }
}

function* untilOver(steps: readonly FaultStep[], isOver: () => boolean): Iterable<FaultStep> {
  for (const step of steps) {
    if (isOver()) return;
    yield step;
  }
}

/** One fault after the other, from a row that others take from as well. */
async function sufferEach(steps: Iterable<FaultStep>, scene: Scene, run: FaultRun, say: Say): Promise<void> {
  for (const step of steps) {
    run.steps += 1;
    if (run.notPossible.has(step.kind)) {
      say(`${nameOf(step)}: not possible here`);
      continue;
    }
    await suffer(scene, step, run, say);
    await pass(step.breathMs);
  }
}

async function suffer(scene: Scene, step: FaultStep, run: FaultRun, say: Say): Promise<void> {
  const startedMs = performance.now();
  try {
    const proof = await strikeInTurn({ scene, step, chance: new Chance(step.seed) });
    run.effective.set(step.kind, (run.effective.get(step.kind) ?? 0) + 1);
    say(`${nameOf(step)}: ${proof}; ${Math.round(performance.now() - startedMs)} ms`);
  } catch (failure) {
    run.ineffective.push(`${nameOf(step)}: ${(failure as Error).message}`);
    say(`${nameOf(step)} never took effect: ${(failure as Error).message}`);
  }
}

function nameOf({ number, kind, service, store }: FaultStep): string {
  return `${number} ${kind} (${service}, ${store})`;
}

/** Every kind of command once, so that every stream holds something. */
async function warmUp(place: WorkPlace): Promise<void> {
  const load = place.beginStint();
  await worksAgain(place).finally(() => load.stop());
}

async function gatherOld(scene: Scene, chance: Chance): Promise<void> {
  const operator = await OperatorConnection.open(brokerOf(scene).urlOf('operator'));
  try {
    for (const service of Object.keys(scene.house.databaseUrls)) {
      await scene.old.gather(`EVENTS_${service.toUpperCase()}`, operator, chance);
    }
  } finally {
    operator.close();
  }
}
