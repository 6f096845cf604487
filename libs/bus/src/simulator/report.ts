import { availableParallelism, totalmem } from 'node:os';
import { DISTURBANCES } from './disturbance.js';
import type { Disturbance } from './disturbance.js';
import type { BugFinding } from './run/find-bugs.js';
import type { ChunkSum } from './run/chunk.js';

export interface RunOutcome {
  readonly seed: number;
  readonly threads: number;
  readonly sum: ChunkSum | null;
  readonly seconds: number;
  readonly findings: readonly BugFinding[];
  readonly bugSeconds: number;
}

/** Below this a run may miss a rare disturbance without anything being wrong. */
const STEPS_THAT_SEE_EVERYTHING = 1_000_000;

/** Disturbances of which a long run has seen nothing: it has proved nothing about them. */
export function neverSeen(sum: ChunkSum | null): readonly Disturbance[] {
  if (sum === null || sum.steps < STEPS_THAT_SEE_EVERYTHING) return [];
  return DISTURBANCES.filter((kind) => sum.tally[kind] === 0);
}

export function wentWell({ sum, findings }: RunOutcome): boolean {
  const isSound = sum === null || (sum.faults.length === 0 && neverSeen(sum).length === 0);
  return isSound && findings.every(({ check }) => check !== null);
}

/** The form that every measuring command of the house prints. */
export function report(outcome: RunOutcome): object {
  const { seed, threads, sum, seconds, findings, bugSeconds } = outcome;
  const found = findings.filter(({ check }) => check !== null);
  const times = found.map((finding) => finding.seconds).sort((one, other) => one - other);
  const figures = {
    steps: single(sum?.steps ?? 0, 'steps'),
    failures: single(sum?.faults.length ?? 0, 'schedules'),
    ...(sum && {
      schedules: single(sum.schedules, 'schedules'),
      stepsPerSecond: single(Math.round(sum.steps / seconds), 'steps/s'),
      seconds: single(rounded(seconds), 's'),
      rarestDisturbance: single(Math.min(...DISTURBANCES.map((kind) => sum.tally[kind])), 'times'),
    }),
    ...(findings.length > 0 && {
      planted: single(findings.length, 'mistakes'),
      found: single(found.length, 'mistakes'),
      medianSecondsToFind: {
        median: rounded(times[times.length >> 1] ?? 0),
        min: rounded(times[0] ?? 0),
        max: rounded(times.at(-1) ?? 0),
        unit: 's',
        n: times.length,
      },
      bugSeconds: single(rounded(bugSeconds), 's'),
    }),
  };
  return {
    name: 'simulate',
    at: new Date().toISOString(),
    machine: {
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
    },
    seed,
    threads,
    figures,
    goals: goals(outcome, found.length),
    faults: sum?.faults ?? [],
    disturbances: sum?.tally ?? {},
    bugs: findings,
  };
}

function goals({ sum, findings }: RunOutcome, found: number): object[] {
  const all = [];
  if (sum) {
    all.push({ id: 'no-failure', figure: 'failures', goal: 'none', holds: sum.faults.length === 0 });
    all.push({
      id: 'sometimes',
      figure: 'rarestDisturbance',
      goal: 'every kind of disturbance took effect',
      holds: neverSeen(sum).length === 0,
    });
  }
  if (findings.length > 0)
    all.push({
      id: 'bug-bank',
      figure: 'found',
      goal: `all ${findings.length}`,
      holds: found === findings.length,
    });
  return all;
}

function single(value: number, unit: string): object {
  return { median: value, min: value, max: value, unit, n: 1 };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1_000) / 1_000;
}
