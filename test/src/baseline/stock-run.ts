import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Chance } from '../faults/chance.js';
import { CommandLog } from '../faults/command-log.js';
import { faultPlan } from '../faults/fault-plan.js';
import type { FaultKind, FaultStep } from '../faults/fault-plan.js';
import { DataDisk } from '../faults/strikes/data-disk.js';
import { Processes } from '../faults/strikes/processes.js';
import { EventTap } from './event-tap.js';
import { happensToStock, stockScene, strikeStock } from './stock-faults.js';
import type { StockScene } from './stock-faults.js';
import { openBudget, startStockHouse } from './stock-house.js';
import type { StockHouse } from './stock-house.js';
import { BUILT, INVOICED, StockLoad } from './stock-load.js';
import { stockLosses } from './stock-losses.js';
import type { StockLosses } from './stock-losses.js';
import { acknowledgedIn, stockState } from './stock-state.js';

export interface StockRunOptions {
  readonly steps: number;
  readonly seed: number;
  readonly kinds: readonly FaultKind[];
  /** Faults under way at the same time, at most. */
  readonly atOnce: number;
  readonly say: (sentence: string) => void;
}

/** What a run has seen. */
export interface StockRun {
  readonly effective: Map<FaultKind, number>;
  /** Faults without a proof of effect, in words. */
  readonly ineffective: string[];
  /** Faults that this machine or this application does not allow, with the reason. */
  readonly notPossible: Map<string, string>;
  /** Seconds until everything agreed, after each stint; null when it never did. */
  readonly convergences: (number | null)[];
  readonly log: CommandLog;
  readonly endedByThemselves: ReadonlyMap<string, number>;
  losses: StockLosses;
  steps: number;
}

/** As in the runs against the house. */
const STINT_STEPS = 50;
const TURNS_PER_STINT = 1_000_000;
const UNKNOWN_PATIENCE_MS = 180_000;
/** A transport that stores nothing has nothing under way for longer than that. */
const QUIET_MS = 10_000;
const LEAST_WAIT_MS = 30_000;
const ASK_EVERY_MS = 200;

/** Plays the faults of a seed to the stock application while clients work, and compares after every stint. */
export async function runStock(options: StockRunOptions): Promise<StockRun> {
  const { say } = options;
  const notPossible = new Map<string, string>();
  const mounted: { disk?: DataDisk } = {};
  const stock = await startStockHouse({
    say,
    prepare: (folder) => mountDisk(folder, mounted, notPossible),
  });
  const processes = new Processes(stock.services);
  const tap = new EventTap(stock.nats.urlOf('operator'));
  try {
    const log = new CommandLog(stock.urls.projects, () => Promise.resolve(''), UNKNOWN_PATIENCE_MS);
    for (const projectId of [BUILT, INVOICED]) await openBudget(stock, projectId);
    const run: StockRun = {
      effective: new Map(),
      ineffective: [],
      notPossible,
      convergences: [],
      log,
      endedByThemselves: processes.endedByThemselves,
      losses: stockLosses([], await stockState(stock)),
      steps: 0,
    };
    const scene = stockScene(stock, processes, mounted.disk);
    await stints({ stock, played: { scene, tap, projectId: BUILT }, run, options });
    return run;
  } finally {
    tap.close();
    processes.stop();
    stock.links.healAll();
    await stock.end();
  }
}

interface Play {
  readonly stock: StockHouse;
  readonly played: StockScene;
  readonly run: StockRun;
  readonly options: StockRunOptions;
}

async function stints(play: Play): Promise<void> {
  const { stock, played, run, options } = play;
  const plan = faultPlan(options.seed, options.steps, options.kinds);
  for (let from = 0; from < plan.length; from += STINT_STEPS) {
    const load = new StockLoad(run.log, run.convergences.length * TURNS_PER_STINT + 1);
    await untilHeard(played.tap);
    const next = plan.slice(from, from + STINT_STEPS).values();
    await Promise.all(Array.from({ length: options.atOnce }, () => sufferEach(next, play)));
    const sinceMs = performance.now();
    await load.stop();
    run.convergences.push(await convergence(stock, run, sinceMs));
    options.say(`after ${run.steps} faults: ${JSON.stringify(run.losses)}`);
  }
}

/** Something to publish again. */
async function untilHeard({ heard }: EventTap): Promise<void> {
  while (heard.length === 0) await pass(ASK_EVERY_MS);
}

/** One fault after the other, from a row that others take from as well. */
async function sufferEach(steps: Iterable<FaultStep>, play: Play): Promise<void> {
  for (const step of steps) {
    await suffer(step, play);
    await pass(step.breathMs);
  }
}

async function suffer(step: FaultStep, { played, run, options: { say } }: Play): Promise<void> {
  const name = `${step.number} ${step.kind} (${step.service}, ${step.store})`;
  run.steps += 1;
  if (!happensToStock(step.kind)) run.notPossible.set(step.kind, 'does not happen to this application');
  if (run.notPossible.has(step.kind)) return say(`${name}: not possible here`);
  try {
    const proof = await strikeStock(played, step, new Chance(step.seed));
    run.effective.set(step.kind, (run.effective.get(step.kind) ?? 0) + 1);
    say(`${name}: ${proof}`);
  } catch (failure) {
    run.ineffective.push(`${name}: ${(failure as Error).message}`);
    say(`${name} never took effect: ${(failure as Error).message}`);
  }
}

/** Seconds until everything agreed; null when it does not, and nothing has moved for a while. */
async function convergence(stock: StockHouse, run: StockRun, sinceMs: number): Promise<number | null> {
  let state = await stockState(stock);
  let movedMs = performance.now();
  for (;;) {
    run.losses = stockLosses(acknowledgedIn(run.log), state);
    const nowMs = performance.now();
    if (Object.values(run.losses).every((count) => count === 0)) return (nowMs - sinceMs) / 1_000;
    if (nowMs - movedMs > QUIET_MS && nowMs - sinceMs > LEAST_WAIT_MS) return null;
    await pass(ASK_EVERY_MS);
    const next = await stockState(stock);
    if (!isDeepStrictEqual(next, state)) movedMs = performance.now();
    state = next;
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
