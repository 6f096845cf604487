import { availableParallelism } from 'node:os';
import type { LevellingProblem, Objective } from '@meridian/levelling';
import { Refusal } from '@meridian/refusal';
import { buildProblem } from '../domain/levelling/build-problem.js';
import type { LevellingInput } from '../domain/levelling/levelling-input.js';
import { levellingResult, settledSchedule } from '../domain/levelling/levelling-result.js';
import type { LevelledAnswer, SolveOptions } from './levelled-answer.js';
import { ScheduleSolver } from './schedule-solver.js';
import type { LevellingEnd, SolverQuestion, SolverReply } from './solver-message.js';

// The solver in a process of its own: a levelling takes hundreds of megabytes and every core it is given, and goes at once
// when whoever asked is gone or wants it no more. Answers on the channel that it was forked with.

const BYTES_IN_MB = 1_048_576;
/** Part of the time that is for making the plan presentable. */
const SETTLING_MS = 2_000;
let solver: ScheduleSolver | undefined;

process.on('message', (question: SolverQuestion) => void answer(question));
process.on('disconnect', () => process.exit(0));

async function answer(question: SolverQuestion): Promise<void> {
  try {
    reply(await answerOf(question));
  } catch (error) {
    const isRefusal = error instanceof Refusal;
    reply({ kind: 'failed', isRefusal, sentence: isRefusal ? error.message : String(error) });
  }
}

async function answerOf(question: SolverQuestion): Promise<SolverReply> {
  switch (question.kind) {
    case 'start':
      solver = new ScheduleSolver(question.threads === undefined ? {} : { threads: question.threads });
      return { kind: 'started' };
    case 'solve': {
      const begun = performance.now();
      const found = await solved(question.problem, question.options);
      return { kind: 'solved', answer: found, tookMs: performance.now() - begun, residentMb: residentMb() };
    }
    case 'level':
      return { kind: 'levelled', end: await levelled(question.input, question) };
  }
}

function solved(problem: LevellingProblem, options: SolveOptions): Promise<LevelledAnswer> {
  solver ??= new ScheduleSolver({ threads: availableParallelism() });
  return solver.solve(problem, options);
}

async function levelled(
  input: LevellingInput,
  { objective, forMs }: { readonly objective: Objective; readonly forMs: number },
): Promise<LevellingEnd> {
  const built = buildProblem(input);
  const begun = performance.now();
  const found = await solved(built.problem, {
    objective,
    deadlineMs: forMs,
    seed: 1,
    onImprove: (best) =>
      reply({
        kind: 'improved',
        progress: { ...progressOf(best), elapsedMs: Math.round(performance.now() - begun) },
      }),
  });
  const settleUntil = performance.now() + SETTLING_MS;
  const stop = () => performance.now() > settleUntil;
  const schedule = settledSchedule(built, found.schedule, { objective, stop });
  const result = levellingResult(built, input.projects, schedule);
  const bound = Math.min(found.lowerBound, result.makespanAfterDays);
  return {
    result,
    assumptions: built.assumptions,
    lowerBoundDays: bound,
    finishBound: built.days.dateOf(Math.max(0, bound - 1)),
    isOptimal: found.isOptimal,
  };
}

function progressOf({ makespan, lowerBound, gap, isOptimal }: LevelledAnswer) {
  return { makespanDays: makespan, lowerBoundDays: Math.min(lowerBound, makespan), gap, isOptimal };
}

function residentMb(): number {
  return process.memoryUsage().rss / BYTES_IN_MB;
}

function reply(message: SolverReply): void {
  process.send?.(message);
}
