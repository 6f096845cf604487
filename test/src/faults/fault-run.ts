import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';
import type { Convergence } from './convergence.js';
import { deadLetterCounts } from './dead-letter-counts.js';
import type { FaultKind } from './fault-plan.js';
import { HouseLinks } from './links/house-links.js';
import { Means } from './means.js';
import { plantedProgram } from './plants/planted-program.js';
import type { Planted } from './plants/planted-program.js';
import { playStints } from './stints.js';
import { OldMessages } from './strikes/old-messages.js';
import { Processes } from './strikes/processes.js';
import type { Releases } from './versions/releases.js';
import { WorkPlace } from './work-place.js';

export interface FaultRunOptions {
  readonly steps: number;
  readonly seed: number;
  readonly kinds: readonly FaultKind[];
  /** Faults under way at the same time, at most. */
  readonly atOnce: number;
  /** Faults between two full checks. Default 50. */
  readonly checkEvery?: number;
  /** True: no further fault begins, and what the clients heard is compared once more; the rest of the plan is left out. */
  readonly isOver?: () => boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Clients breathe so many times as long as usual between two commands: in a long run lists grow more slowly. Default 1. */
  readonly breath?: number;
  /** How long everything may take to agree before it never did, from the end of the last fault. Default two minutes. */
  readonly patienceMs?: number;
  /** A commit from which the house is rolled to the present release. */
  readonly previous?: string | undefined;
  /** A mistake in all services that the run has to find. */
  readonly planted?: Planted;
  readonly say: (sentence: string) => void;
}

/** What a run has seen so far. */
export interface FaultRun {
  readonly effective: Map<FaultKind, number>;
  /** Faults without a proof of effect, in words. */
  readonly ineffective: string[];
  /** Faults this machine does not allow, with the reason. */
  readonly notPossible: ReadonlyMap<FaultKind, string>;
  /** One after each stint; the last one is after the last fault. */
  readonly convergences: Convergence[];
  readonly log: WorkPlace['log'];
  readonly endedByThemselves: ReadonlyMap<string, number>;
  readonly deadLetters: Record<string, number>;
  /** Undefined when all services run the present release. */
  readonly releases: Releases | undefined;
  steps: number;
  isCutShort: boolean;
}

const RESTART_WAIT_MS = 500;

/**
 * Starts the house, lets clients work and faults happen, and compares after every stint. Answers what it saw; `over` says
 * whether the folder stays.
 */
export async function runFaults(
  options: FaultRunOptions,
  over: (run: FaultRun) => boolean,
): Promise<FaultRun> {
  const links = new HouseLinks();
  const given = new Means(options.previous);
  const { planted } = options;
  const programOf: typeof given.stage = (service, usual) =>
    planted === undefined ? usual : plantedProgram(service, usual, planted);
  const trial = await startTrialHouse({
    keepsStoresRunning: false,
    longestRestartWaitMs: RESTART_WAIT_MS,
    through: links.through,
    say: options.say,
    prepare: (folder) => given.prepare(folder, options.kinds),
    stage: (service, usual) => given.stage(service, programOf(service, usual)),
    databaseEnvironment: given.databaseEnvironment,
  });
  const processes = new Processes(trial.house.services);
  let run: FaultRun | undefined;
  try {
    const { house, folder } = trial;
    const { disk, clocks, releases } = given;
    const scene = {
      house,
      folder,
      links,
      processes,
      old: new OldMessages(),
      disk,
      clocks,
      releases,
    };
    const mayDoubtTokens = () => clocks?.mayBeWrong('gateway') ?? false;
    const place = await WorkPlace.open(trial, options, mayDoubtTokens);
    run = begun(place, processes, given);
    await playStints(options, scene, place, run);
    Object.assign(run.deadLetters, await deadLetterCounts(house.databaseUrls));
    return run;
  } finally {
    processes.stop();
    await end(trial, links, run === undefined || over(run));
  }
}

function begun(place: WorkPlace, processes: Processes, { notPossible, releases }: Means): FaultRun {
  return {
    effective: new Map(),
    ineffective: [],
    notPossible,
    convergences: [],
    log: place.log,
    endedByThemselves: processes.endedByThemselves,
    deadLetters: {},
    releases,
    steps: 0,
    isCutShort: false,
  };
}

async function end(trial: TrialHouse, links: HouseLinks, keep: boolean): Promise<void> {
  links.healAll();
  await trial.end(keep || undefined);
  await links.close();
}
