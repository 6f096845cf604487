import { violationsOf } from '@meridian/levelling';
import type { LevelledSchedule, LevellingProblem } from '@meridian/levelling';
import type { BenchInstance } from '../../levelling/instance-folder.js';
import { sampleOf } from '../../levelling/instance-folder.js';
import type { ChildAnswer, ChildOptions, SolverChild } from '../../levelling/solver-child.js';
import { say } from './bench-answer.js';
import type { Figures } from './figures.js';

export interface SetOptions {
  readonly clock: 'wall' | 'cpu';
  readonly atMost: number;
}

/** An answer set beside what is known of the instance. */
interface Outcome {
  readonly answer: ChildAnswer;
  readonly deviationPercent: number | undefined;
  /** Milliseconds to the proof; Infinity without one. */
  readonly closedMs: number;
}

const SEED = 1;
const PROOF_MS = 60_000;

/** Runs sets of instances and collects their figures. Every plan passes the independent checker once more. */
export class LevellingSets {
  readonly #solver: SolverChild;
  readonly #figures: Figures;
  readonly #options: SetOptions;
  readonly #residentMb: number[] = [];
  #plans = 0;
  #broken = 0;
  #falseProofs = 0;

  constructor(solver: SolverChild, figures: Figures, options: SetOptions) {
    this.#solver = solver;
    this.#figures = figures;
    this.#options = options;
  }

  /** Plans after one second, then proof for up to a minute: the small set. */
  async deviationAndProof(set: string, all: readonly BenchInstance[]): Promise<void> {
    const instances = this.#sample(set, all);
    const atOneSecond: Outcome[] = [];
    const proven: number[] = [];
    for (const instance of instances) {
      const first = await this.#solve(instance, { deadlineMs: 1_000, proofDeadlineMs: 1_000 });
      atOneSecond.push(first);
      const { closedMs } = first.answer.isOptimal
        ? first
        : await this.#solve(instance, { deadlineMs: 1_000, proofDeadlineMs: PROOF_MS });
      proven.push(closedMs);
      say(`${instance.name}: ${told(first)}, proven after ${Math.round(closedMs)} ms`);
    }
    this.#tellDeviation(`${set}Deviation1s`, atOneSecond);
    this.#figures.addMean(`${set}Proven10s`, 'share', proven.map(within(10_000)));
    this.#figures.addMean(`${set}Proven60s`, 'share', proven.map(within(PROOF_MS)));
  }

  /** Plans and proofs in one time for both. */
  async deviation(set: string, all: readonly BenchInstance[], seconds: number): Promise<void> {
    const outcomes: Outcome[] = [];
    const limit = seconds * 1_000;
    for (const instance of this.#sample(set, all)) {
      const outcome = await this.#solve(instance, { deadlineMs: limit, proofDeadlineMs: limit });
      outcomes.push(outcome);
      say(`${instance.name}: ${told(outcome)}`);
    }
    this.#tellDeviation(`${set}Deviation${seconds}s`, outcomes);
    this.#figures.addMean(
      `${set}Proven${seconds}s`,
      'share',
      outcomes.map(({ closedMs }) => within(limit)(closedMs)),
    );
  }

  /** Against the makespans another program reached. */
  async against(all: readonly BenchInstance[], seconds: number): Promise<void> {
    const outcomes: Outcome[] = [];
    for (const instance of this.#sample('mpsplib', all)) {
      const limit = seconds * 1_000;
      const outcome = await this.#solve(instance, { deadlineMs: limit, proofDeadlineMs: limit });
      outcomes.push(outcome);
      say(`${instance.name}: ${told(outcome)}`);
    }
    const shorter = outcomes.flatMap(({ deviationPercent }) =>
      deviationPercent === undefined ? [] : [-deviationPercent],
    );
    this.#figures.addMean(
      'mpsplibNoWorseShare',
      'share',
      shorter.map((percent) => (percent >= 0 ? 1 : 0)),
    );
    this.#figures.addMean('mpsplibShorterPercent', '%', shorter);
  }

  /** Counts a plan made elsewhere among those that were checked. */
  check(problem: LevellingProblem, schedule: LevelledSchedule): void {
    const [violation] = violationsOf(problem, schedule);
    this.#plans += 1;
    if (violation === undefined) return;
    this.#broken += 1;
    say(`BROKEN PLAN: ${violation.sentence}`);
  }

  summarise(): void {
    this.#figures.add('checkedPlans', 'plans', this.#plans);
    this.#figures.add('brokenPlans', 'plans', this.#broken);
    this.#figures.add('falseProofs', 'proofs', this.#falseProofs);
    if (this.#residentMb.length > 0)
      this.#figures.add('solverResidentMb', 'MB', Math.max(...this.#residentMb));
  }

  #sample(set: string, all: readonly BenchInstance[]): readonly BenchInstance[] {
    const chosen = sampleOf(all, Math.min(all.length, this.#options.atMost));
    say(`${set}: ${chosen.length} of ${all.length} instances`);
    return chosen;
  }

  async #solve(
    { name, known, read }: BenchInstance,
    times: Pick<ChildOptions, 'deadlineMs' | 'proofDeadlineMs'>,
  ): Promise<Outcome> {
    const problem = read();
    const answer = await this.#solver.solve(problem, { ...times, seed: SEED, clock: this.#options.clock });
    this.check(problem, answer.schedule);
    this.#residentMb.push(answer.residentMb);
    if (known !== undefined && answer.isOptimal && answer.makespan > known) {
      this.#falseProofs += 1;
      say(`FALSE PROOF: ${name} was said to need ${answer.makespan}; ${known} is known.`);
    }
    return {
      answer,
      deviationPercent: known === undefined ? undefined : (100 * (answer.makespan - known)) / known,
      closedMs: answer.isOptimal ? (answer.closedAfterMs ?? 0) : Infinity,
    };
  }

  #tellDeviation(figure: string, outcomes: readonly Outcome[]): void {
    const deviations = outcomes.flatMap(({ deviationPercent }) => deviationPercent ?? []);
    this.#figures.addMean(figure, '% above best known', deviations);
  }
}

function within(limitMs: number): (closedMs: number) => number {
  return (closedMs) => (closedMs <= limitMs ? 1 : 0);
}

function told({ answer, deviationPercent, closedMs }: Outcome): string {
  const known = deviationPercent === undefined ? '' : `, ${deviationPercent.toFixed(2)} % above the known`;
  const proof = answer.isOptimal ? `, optimal after ${Math.round(closedMs)} ms` : '';
  return `${answer.makespan} (bound ${answer.lowerBound}${known}${proof}) in ${Math.round(answer.tookMs)} ms`;
}
