import { availableParallelism, loadavg, totalmem } from 'node:os';
import { FAULT_KINDS } from '../faults/fault-plan.js';
import type { StockRun } from './stock-run.js';

interface Asked {
  readonly seed: number;
  readonly atOnce: number;
  readonly at: Date;
  readonly seconds: number;
}

/** The one JSON object on standard output, in the form of the runs against the house. */
export function stockAnswer(run: StockRun, { seed, atOnce, at, seconds }: Asked) {
  const { losses, convergences } = run;
  const { invocations } = run.log;
  return {
    name: 'baseline',
    at: at.toISOString(),
    machine: {
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 1024 ** 3),
      node: process.versions.node,
      load: Number((loadavg()[0] ?? 0).toFixed(1)),
    },
    seed,
    steps: run.steps,
    atOnce,
    acknowledged: invocations.filter(({ outcome }) => outcome === 'ok').length,
    refused: invocations.filter(({ outcome }) => outcome === 'refused').length,
    unknownAtFirst: invocations.filter(({ attempts }) => attempts.includes('unknown')).length,
    lost: losses.recordsLost + losses.eventsLost + losses.updatesLost,
    twice: losses.recordsTwice + losses.eventsTwice + losses.eventsForged,
    outOfOrder: losses.outOfOrder,
    disagreeing: losses.wrongTotals + losses.wrongTasks,
    losses,
    convergedSeconds: rounded(convergences.at(-1) ?? null),
    slowestConvergenceSeconds: convergences.includes(null)
      ? null
      : rounded(Math.max(0, ...convergences.map(Number))),
    effectiveFaults: Object.fromEntries(FAULT_KINDS.map((kind) => [kind, run.effective.get(kind) ?? 0])),
    ineffectiveFaults: run.ineffective,
    notPossible: Object.fromEntries(run.notPossible),
    endedByThemselves: Object.fromEntries(run.endedByThemselves),
    seconds: rounded(seconds),
  };
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 10) / 10;
}
