import { makespanOf, violationsOf, writeFlatZinc } from '@meridian/levelling';
import type { CompiledProblem, LevelledSchedule } from '@meridian/levelling';
import { Incumbent } from './incumbent.js';
import type { FoundPlan, IslandMessage } from './island-message.js';
import type { IslandPool } from './island-pool.js';
import type { LevelledAnswer, SolveOptions } from './levelled-answer.js';
import { Prover } from './prover.js';

/** A larger problem would be read by the prover for longer than its proof may take. */
const MOST_TASKS_PROVED = 700;
/** The search has so much of its time, and no more than a second, before the first island makes room for the prover. */
const SHARE_BEFORE_PROOF = 0.25;
const LONGEST_BEFORE_PROOF_MS = 1_000;
/** A problem that is not closed by now gets a prover, which takes a while to load. */
const EASY_MS = 150;
const SHARE_FOR_BOUND = 0.05;

/** One problem on its way to its answer. */
export class LevellingRun {
  readonly #compiled: CompiledProblem;
  readonly #options: SolveOptions;
  readonly #movable: Int32Array;
  readonly #incumbent: Incumbent;
  readonly #stopped = new AbortController();
  #best:
    { readonly schedule: LevelledSchedule; readonly makespan: number; readonly value: number } | undefined;
  #lowerBound = 0;
  #schedules = 0;
  #searchedMs = 0;
  #closedAfterMs: number | undefined;

  constructor(compiled: CompiledProblem, options: SolveOptions) {
    this.#compiled = compiled;
    this.#options = options;
    this.#movable = compiled.topological.filter((task) => (compiled.fixedStart[task] as number) < 0);
    this.#incumbent = new Incumbent(this.#movable.length);
  }

  async answer(islands: IslandPool, threads: number): Promise<LevelledAnswer> {
    const { signal } = this.#options;
    const stop = () => this.#stop();
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    const proves = this.#proofMs > 0;
    let prover: Prover | undefined;
    const warmUp = proves ? setTimeout(() => (prover = new Prover()), EASY_MS) : undefined;
    try {
      const first = this.#search(islands, 0, proves ? this.#beforeProofMs : this.#options.deadlineMs);
      const others = Array.from({ length: threads - 1 }, (_, other) =>
        this.#search(islands, other + 1, this.#options.deadlineMs),
      );
      const proof = first.then(() => {
        clearTimeout(warmUp);
        return proves && !this.#stopped.signal.aborted ? this.#prove((prover ??= new Prover())) : undefined;
      });
      await Promise.all([proof, ...others]);
    } finally {
      this.#stop();
      clearTimeout(warmUp);
      signal?.removeEventListener('abort', stop);
      await prover?.close();
    }
    return this.#answer();
  }

  async #search(islands: IslandPool, island: number, forMs: number): Promise<void> {
    const { objective = 'finish', seed, clock = 'wall' } = this.#options;
    const job = {
      problem: this.#compiled.problem,
      objective,
      seed: seed * 1_000 + island,
      forMs,
      clock,
      memory: this.#incumbent.memory,
      boundForMs: island === 0 ? SHARE_FOR_BOUND * forMs : 0,
    };
    const onMessage = (message: IslandMessage) => {
      if (message.kind === 'plan') this.#take(message.plan, message.atMs);
      if (message.kind === 'bound') this.#raise(message.lowerBound, message.atMs);
      if (message.kind !== 'end') return;
      this.#schedules += message.schedules;
      if (island === 0) this.#searchedMs = message.workedMs;
    };
    await islands.run(job, { onMessage, stopped: this.#stopped.signal });
  }

  /** Asks for a plan shorter than the best; "there is none" is the proof. */
  async #prove(prover: Prover): Promise<void> {
    const best = this.#best;
    if (!best || this.#stopped.signal.aborted) return;
    const { clock = 'wall' } = this.#options;
    const model = writeFlatZinc(this.#compiled, best.makespan - 1);
    if (model === undefined) return this.#raise(best.makespan, this.#searchedMs);
    let shortest = best.makespan;
    const { isProven, tookMs } = await prover.prove({
      model,
      forMs: this.#proofMs - this.#beforeProofMs,
      clock,
      signal: this.#stopped.signal,
      onPlan: (start) => {
        const finish = start.map((slot, task) => slot + (this.#compiled.duration[task] as number));
        shortest = finish.reduce((last, slot) => Math.max(last, slot), 0);
        this.#take({ value: shortest, start, finish }, this.#searchedMs);
      },
    });
    if (isProven) this.#raise(shortest, this.#searchedMs + tookMs);
  }

  #take({ value, start, finish }: FoundPlan, atMs: number): void {
    if (this.#best && value >= this.#best.value) return;
    const schedule = { start: [...start], finish: [...finish] };
    const [violation] = violationsOf(this.#compiled.problem, schedule);
    if (violation) throw new Error(`The search broke its problem: ${violation.sentence}`);
    this.#best = { schedule, makespan: makespanOf(schedule), value };
    this.#incumbent.meet(
      value,
      this.#movable.slice().sort((a, b) => (start[a] as number) - (start[b] as number)),
    );
    this.#close(atMs);
    this.#options.onImprove?.(this.#answer());
  }

  #raise(lowerBound: number, afterMs: number): void {
    this.#lowerBound = Math.max(this.#lowerBound, lowerBound);
    this.#close(afterMs);
  }

  /** Plan and bound have met: nothing is left to look for. Other objectives have no bound here. */
  #close(afterMs: number): void {
    if (!this.#isAboutFinish || !this.#best || this.#best.makespan > this.#lowerBound) return;
    this.#closedAfterMs ??= afterMs;
    this.#stop();
  }

  #stop(): void {
    this.#incumbent.stop();
    this.#stopped.abort();
  }

  #answer(): LevelledAnswer {
    if (!this.#best) throw new Error('The search was ended before it had a plan.');
    const { schedule, makespan } = this.#best;
    return {
      schedule,
      makespan,
      lowerBound: this.#lowerBound,
      gap: makespan === 0 ? 0 : (makespan - this.#lowerBound) / makespan,
      isOptimal: this.#closedAfterMs !== undefined,
      schedules: this.#schedules,
      ...(this.#closedAfterMs === undefined ? {} : { closedAfterMs: this.#closedAfterMs }),
    };
  }

  /** A plan that is to be smooth is first of all to end early. */
  get #isAboutFinish(): boolean {
    const { objective = 'finish' } = this.#options;
    return objective === 'finish' || objective === 'smooth-load';
  }

  get #beforeProofMs(): number {
    return Math.min(LONGEST_BEFORE_PROOF_MS, SHARE_BEFORE_PROOF * this.#options.deadlineMs);
  }

  get #proofMs(): number {
    const { deadlineMs, proofDeadlineMs = deadlineMs } = this.#options;
    const { isPlain, size } = this.#compiled;
    return this.#isAboutFinish && isPlain && size <= MOST_TASKS_PROVED ? proofDeadlineMs : 0;
  }
}
