import type { LevellingProblem } from '@meridian/levelling';
import type { LevelledAnswer, SolveOptions } from './levelled-answer.js';
import { ScheduleSolver } from './schedule-solver.js';

/** To this process, by the channel it was forked with: how many threads (once), then one problem after the other. */
export type SolverQuestion =
  | { readonly kind: 'start'; readonly threads: number }
  | {
      readonly kind: 'solve';
      readonly problem: LevellingProblem;
      readonly options: Omit<SolveOptions, 'onImprove' | 'signal'>;
    };

export type SolverReply =
  | { readonly kind: 'started' }
  | {
      readonly kind: 'solved';
      readonly answer: LevelledAnswer;
      readonly tookMs: number;
      readonly residentMb: number;
    }
  | { readonly kind: 'failed'; readonly sentence: string };

const BYTES_IN_MB = 1_048_576;
let solver: ScheduleSolver | undefined;

// The solver as the service runs it, alone in a process: for figures, and for whoever wants to end it from outside.
process.on('message', (question: SolverQuestion) => {
  if (question.kind === 'start') {
    solver = new ScheduleSolver({ threads: question.threads });
    reply({ kind: 'started' });
  } else void solve(question.problem, question.options);
});
process.on('disconnect', () => process.exit(0));

async function solve(problem: LevellingProblem, options: SolveOptions): Promise<void> {
  const begun = performance.now();
  try {
    if (!solver) throw new Error('The process was not told how many threads to use.');
    const answer = await solver.solve(problem, options);
    const residentMb = process.memoryUsage().rss / BYTES_IN_MB;
    reply({ kind: 'solved', answer, tookMs: performance.now() - begun, residentMb });
  } catch (error) {
    reply({ kind: 'failed', sentence: String(error) });
  }
}

function reply(message: SolverReply): void {
  process.send?.(message);
}
