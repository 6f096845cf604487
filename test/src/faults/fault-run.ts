import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { settledHouse } from '../house/settled-house.js';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';
import { Chance } from './chance.js';
import { convergence } from './convergence.js';
import type { Convergence } from './convergence.js';
import { deadLetterCounts } from './dead-letter-counts.js';
import { faultPlan } from './fault-plan.js';
import type { FaultKind, FaultStep } from './fault-plan.js';
import { HouseLinks } from './links/house-links.js';
import { OperatorConnection } from './operator-connection.js';
import { worksAgain } from './recovery.js';
import { brokerOf } from './strikes/broker.js';
import { DataDisk } from './strikes/data-disk.js';
import { EVERY_FAULT } from './strikes/every-fault.js';
import { OldMessages } from './strikes/old-messages.js';
import { Processes } from './strikes/processes.js';
import type { Scene } from './strikes/scene.js';
import { WorkPlace } from './work-place.js';

export interface FaultRunOptions {
  readonly steps: number;
  readonly seed: number;
  readonly kinds: readonly FaultKind[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly say: (sentence: string) => void;
}

/** What a run has seen so far. */
export interface FaultRun {
  readonly effective: Map<FaultKind, number>;
  /** Faults without a proof of effect, in words. */
  readonly ineffective: string[];
  /** Faults this machine does not allow, with the reason. */
  readonly notPossible: Map<string, string>;
  /** One after each stint; the last one is after the last fault. */
  readonly convergences: Convergence[];
  readonly log: WorkPlace['log'];
  readonly endedByThemselves: ReadonlyMap<string, number>;
  readonly deadLetters: Record<string, number>;
  steps: number;
}

/** Faults between two full checks of everything. */
const STINT_STEPS = 50;
const RESTART_WAIT_MS = 500;
const REST_MS = 60_000;
const NO_CLOCK = 'the clocks of the processes are not faked by this run';

/**
 * Starts the house, lets clients work and faults happen, and compares after every stint. Answers what it saw; `over` says
 * whether the folder stays.
 */
export async function runFaults(
  options: FaultRunOptions,
  over: (run: FaultRun) => boolean,
): Promise<FaultRun> {
  const links = new HouseLinks();
  const notPossible = new Map([['clock jumps', NO_CLOCK]]);
  const mounted: { disk?: DataDisk } = {};
  const trial = await startTrialHouse({
    keepsStoresRunning: false,
    longestRestartWaitMs: RESTART_WAIT_MS,
    through: links.through,
    say: options.say,
    prepare: (folder) => mountDisk(folder, mounted, notPossible),
  });
  const processes = new Processes(trial.house.services);
  let run: FaultRun | undefined;
  try {
    const { house, folder } = trial;
    const scene = { house, folder, links, processes, old: new OldMessages(), disk: mounted.disk };
    const place = await WorkPlace.open(trial, options.today);
    run = begun(place, processes, notPossible);
    await stints(options, scene, place, run);
    Object.assign(run.deadLetters, await deadLetterCounts(house.databaseUrls));
    return run;
  } finally {
    processes.stop();
    await end(trial, links, run === undefined || over(run));
  }
}

function begun(place: WorkPlace, processes: Processes, notPossible: Map<string, string>): FaultRun {
  return {
    effective: new Map(),
    ineffective: [],
    notPossible,
    convergences: [],
    log: place.log,
    endedByThemselves: processes.endedByThemselves,
    deadLetters: {},
    steps: 0,
  };
}

async function end(trial: TrialHouse, links: HouseLinks, keep: boolean): Promise<void> {
  links.healAll();
  await trial.end(keep);
  await links.close();
}

async function stints(
  options: FaultRunOptions,
  scene: Scene,
  place: WorkPlace,
  run: FaultRun,
): Promise<void> {
  const plan = faultPlan(options.seed, options.steps, options.kinds);
  const chance = new Chance(options.seed);
  await warmUp(place);
  for (let from = 0; from < plan.length; from += STINT_STEPS) {
    await settledHouse(scene.house, REST_MS);
    await gatherOld(scene, chance);
    const load = place.beginStint();
    for (const step of plan.slice(from, from + STINT_STEPS)) {
      await suffer(scene, step, run, options.say);
      await pass(step.breathMs);
    }
    const found = await convergence(place, load);
    run.convergences.push(found);
    options.say(`after ${run.steps} faults: ${found.sentence}`);
    if (found.seconds === null) return;
  }
}

/** Every kind of command once, so that every stream holds something. */
async function warmUp(place: WorkPlace): Promise<void> {
  const load = place.beginStint();
  await worksAgain(place).finally(() => load.stop());
}

async function gatherOld({ house, old, ...scene }: Scene, chance: Chance): Promise<void> {
  const operator = await OperatorConnection.open(brokerOf({ house, old, ...scene }).urlOf('operator'));
  try {
    for (const service of Object.keys(house.databaseUrls)) {
      await old.gather(`EVENTS_${service.toUpperCase()}`, operator, chance);
    }
  } finally {
    operator.close();
  }
}

async function suffer(
  scene: Scene,
  step: FaultStep,
  run: FaultRun,
  say: (sentence: string) => void,
): Promise<void> {
  const name = `${step.number} ${step.kind} (${step.service}, ${step.store})`;
  run.steps += 1;
  if (run.notPossible.has(step.kind)) return say(`${name}: not possible here`);
  const startedMs = performance.now();
  try {
    const proof = await EVERY_FAULT[step.kind]({ scene, step, chance: new Chance(step.seed) });
    run.effective.set(step.kind, (run.effective.get(step.kind) ?? 0) + 1);
    say(`${name}: ${proof}; ${Math.round(performance.now() - startedMs)} ms`);
  } catch (failure) {
    run.ineffective.push(`${name}: ${(failure as Error).message}`);
    say(`${name} never took effect: ${(failure as Error).message}`);
  }
}

async function mountDisk(
  folder: string,
  mounted: { disk?: DataDisk },
  notPossible: Map<string, string>,
): Promise<() => Promise<void>> {
  try {
    const disk = await DataDisk.mount(join(folder, 'data'));
    mounted.disk = disk;
    return () => disk.unmount();
  } catch (failure) {
    notPossible.set('disk full', (failure as Error).message.trim());
    return () => Promise.resolve();
  }
}
