import { compileProblem, lowerBound, planAtOnce } from '@meridian/levelling';
import { largePortfolio } from '../../levelling/large-portfolio.js';
import type { SolverChild } from '../../levelling/solver-child.js';
import { say } from './bench-answer.js';
import type { Figures } from './figures.js';
import type { LevellingSets } from './levelling-sets.js';

const RUNS = 5;
/** What is left of ten seconds when the answer has been checked and sent. */
const CASE_MS = 9_500;

/** A hundred thousand tasks in one pass; then the portfolio of fifty projects, as the service solves it. */
export async function measureLarge(
  solver: SolverChild,
  figures: Figures,
  sets: LevellingSets,
): Promise<void> {
  hundredThousand(figures, sets);
  const problem = largePortfolio({ projects: 50, tasks: 5_000, pools: 40, people: 200 });
  const answer = await solver.solve(problem, {
    deadlineMs: CASE_MS,
    proofDeadlineMs: CASE_MS,
    seed: 1,
    clock: 'wall',
  });
  sets.check(problem, answer.schedule);
  const gap = (answer.makespan - answer.lowerBound) / answer.makespan;
  say(`portfolio case: ${answer.makespan}, bound ${answer.lowerBound}, ${answer.schedules} schedules`);
  figures.add('portfolioCaseSeconds', 's', answer.tookMs / 1_000);
  figures.add('portfolioCaseGap', 'share', gap);
  figures.add('portfolioCaseMb', 'MB', answer.residentMb);
}

/** Warm: a plan, scheduled forward, justified to the right and to the left, of a problem that is laid out already. */
function hundredThousand(figures: Figures, sets: LevellingSets): void {
  const problem = largePortfolio({ projects: 100, tasks: 100_000, pools: 200, people: 2_000 });
  const begun = performance.now();
  const compiled = compileProblem(problem);
  let plan = planAtOnce(compiled);
  figures.add('level100kColdMs', 'ms', performance.now() - begun);
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    plan = planAtOnce(compiled);
    figures.add('level100kMs', 'ms', performance.now() - started);
  }
  sets.check(problem, { start: [...plan.start], finish: [...plan.finish] });
  const bound = lowerBound(compiled, { upper: Infinity, stop: () => true });
  figures.add('level100kAboveBoundPercent', '%', (100 * (plan.value - bound)) / bound);
  say(`100,000 tasks: ${plan.value}, bound ${bound}`);
}
