import { AGREED_WITHIN_S } from './convergence.js';
import type { Deviation, Wrong } from './deviation.js';
import { FAULT_KINDS, faultPlan, ROLLING } from './fault-plan.js';
import type { FaultKind, FaultStep } from './fault-plan.js';
import type { FaultRun } from './fault-run.js';
import { thisMachine } from './this-machine.js';
import type { Releases } from './versions/releases.js';

interface Asked {
  readonly steps: number;
  readonly seed: number;
  readonly kinds: readonly FaultKind[];
  readonly atOnce: number;
  readonly at: Date;
  readonly seconds: number;
}

const ALLOWED_REFUSAL = 'quality/evidence-missing';
const WORDS_OF_A_DEVIATION = 500;

/** The one JSON object on standard output. */
export function faultAnswer(run: FaultRun, asked: Asked) {
  const { steps, seed, kinds, atOnce, at, seconds } = asked;
  const left = run.convergences.flatMap(({ deviations }) => deviations);
  const planned = faultPlan(seed, steps, kinds);
  const violations = violationsOf(run, run.isCutShort ? planned.slice(0, run.steps) : planned);
  const { invocations } = run.log;
  const autopsies = run.convergences.flatMap((one) => one.autopsies);
  const times = run.convergences.map((one) => one.seconds);
  return {
    name: 'faults',
    at: at.toISOString(),
    machine: thisMachine(),
    seed,
    steps: run.steps,
    atOnce,
    acknowledged: invocations.filter(({ outcome }) => outcome === 'ok').length,
    refused: invocations.filter(({ outcome }) => outcome === 'refused').length,
    unknownAtFirst: invocations.filter(({ attempts }) => attempts.includes('unknown')).length,
    lost: countOf(left, 'lost'),
    twice: countOf(left, 'twice'),
    outOfOrder: countOf(left, 'out of order'),
    disagreeing: countOf(left, 'disagrees'),
    convergedSeconds: rounded(times.at(-1) ?? null),
    slowestConvergenceSeconds: times.includes(null) ? null : rounded(Math.max(0, ...times.map(Number))),
    effectiveFaults: Object.fromEntries(
      shownKinds(kinds).map((kind) => [kind, run.effective.get(kind) ?? 0]),
    ),
    ineffectiveFaults: run.ineffective,
    notPossible: Object.fromEntries(run.notPossible),
    endedByThemselves: Object.fromEntries(run.endedByThemselves),
    deadLetters: run.deadLetters,
    ...(run.releases === undefined ? {} : { previous: previousOf(run, run.releases) }),
    seconds: rounded(seconds),
    goals: [{ id: 'R1', figure: 'violations', goal: 'none', holds: violations.length === 0 }],
    violations,
    ...(autopsies.length > 0 ? { autopsies } : {}),
  };
}

function shownKinds(kinds: readonly FaultKind[]): readonly FaultKind[] {
  return kinds.includes(ROLLING) ? [...FAULT_KINDS, ROLLING] : FAULT_KINDS;
}

/** What was seen of the previous release. */
function previousOf({ log }: FaultRun, releases: Releases) {
  const { ref, commit, seconds } = releases.previous;
  const mixed = log.invocations.filter(
    ({ outcome, startedMs }) => outcome === 'ok' && releases.wasMixed(startedMs),
  );
  return {
    ref,
    commit,
    buildSeconds: rounded(seconds),
    forward: releases.moved.present,
    back: releases.moved.previous,
    acknowledgedWhileMixed: mixed.length,
  };
}

function violationsOf(run: FaultRun, plan: readonly FaultStep[]): string[] {
  const planned = new Set<FaultKind>(plan.map(({ kind }) => kind));
  const never = [...planned].filter((kind) => !run.effective.has(kind) && !run.notPossible.has(kind));
  const refusals = run.log.invocations
    .filter(({ outcome, answer }) => outcome === 'refused' && answer['code'] !== ALLOWED_REFUSAL)
    .map(({ kind, status, answer }) => `${kind} was refused: ${status} ${String(answer['code'])}`);
  const convergences = run.convergences.flatMap(({ seconds, sentence, deviations }, index) => {
    const name = `check ${index + 1}`;
    if (seconds === null && deviations.length === 0) return [`${name}: ${sentence}`];
    const late = seconds !== null && seconds > AGREED_WITHIN_S;
    return [
      ...(late ? [`${name}: ${sentence}; allowed are ${AGREED_WITHIN_S} s`] : []),
      ...deviations.map(({ wrong, what }) => `${name}: ${wrong}: ${what.slice(0, WORDS_OF_A_DEVIATION)}`),
    ];
  });
  return [
    ...run.ineffective.map((sentence) => `without effect: ${sentence}`),
    ...never.map((kind) => `never effective: ${kind}`),
    ...(run.steps < plan.length ? [`only ${run.steps} of ${plan.length} faults happened`] : []),
    ...new Set(refusals),
    ...[...run.endedByThemselves].map(([name, times]) => `${name} ended by itself, ${times} times`),
    ...convergences,
  ];
}

function countOf(deviations: readonly Deviation[], wrong: Wrong): number {
  return deviations.filter((one) => one.wrong === wrong).reduce((sum, { count }) => sum + count, 0);
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 10) / 10;
}
