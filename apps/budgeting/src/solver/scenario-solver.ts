import { Injectable } from '@nestjs/common';
import { Refusal } from '@meridian/refusal';
import type { Selection, SelectionProblem } from '@meridian/selection';
import { selectPortfolio } from '@meridian/selection/threads';
import type { PortfolioSelection } from '@meridian/selection/threads';
import { sensitivitiesOf } from './candidate-sensitivity.js';
import type { Sensitivity } from './candidate-sensitivity.js';

export interface SolverWish {
  readonly seconds: number;
  readonly gapPercent: number;
  readonly withNextBest: boolean;
  readonly worth: readonly MoreOf[];
  /** Candidates of which it is asked how firm their choice is. */
  readonly sensitivityOf: readonly string[];
}

/** More of the budget, or of a role, in a period. */
export interface MoreOf {
  readonly role?: string;
  readonly period: number;
  readonly more: string;
}

export interface SolvedScenario {
  readonly best: PortfolioSelection & { readonly selection: Selection };
  readonly nextBest?: PortfolioSelection;
  readonly worth: readonly { readonly asked: MoreOf; readonly with: PortfolioSelection }[];
  readonly sensitivity: readonly Sensitivity[];
}

const MOST_AT_ONCE = 2;
/** What the questions around the best selection may take of the caller's patience. */
const NEXT_BEST_MS = 4_000;
const WORTH_MS = 2_000;
const SENSITIVITY_MS = 8_000;
const SENSITIVE_SELECTION_MS = 1_000;

/** Solves scenarios in threads, a few at a time: each takes a core for as long as its caller allows. */
@Injectable()
export class ScenarioSolver {
  private running = 0;

  /** @throws Refusal `budgeting/solver-busy`, `budgeting/no-selection`, `budgeting/no-selection-found`, `budgeting/unknown-limit`, `budgeting/unknown-candidate` */
  async solve(problem: SelectionProblem, wish: SolverWish): Promise<SolvedScenario> {
    if (this.running >= MOST_AT_ONCE) {
      throw new Refusal(
        'budgeting/solver-busy',
        `${MOST_AT_ONCE} scenarios are being computed already; try again in some seconds.`,
      );
    }
    this.running += 1;
    try {
      return await this.all(problem, wish);
    } finally {
      this.running -= 1;
    }
  }

  private async all(problem: SelectionProblem, wish: SolverWish): Promise<SolvedScenario> {
    const relaxed = wish.worth.map((asked) => ({ asked, problem: withMore(problem, asked) }));
    const relativeGap = wish.gapPercent / 100;
    const best = await selectPortfolio(problem, { timeLimitMs: wish.seconds * 1_000, relativeGap });
    const { selection } = best;
    if (selection === undefined) throw nothing(best);
    const nextBest = wish.withNextBest
      ? await selectPortfolio(problem, { timeLimitMs: NEXT_BEST_MS, relativeGap, otherThan: [selection] })
      : undefined;
    const worth = [];
    for (const { asked, problem: more } of relaxed)
      worth.push({ asked, with: await selectPortfolio(more, { timeLimitMs: WORTH_MS, relativeGap }) });
    const chosen = { ...best, selection };
    const sensitivity = await sensitivities(problem, chosen, wish.sensitivityOf);
    return { best: chosen, worth, sensitivity, ...(nextBest && { nextBest }) };
  }
}

/** While there is time; what is not found in time is left out. */
function sensitivities(
  problem: SelectionProblem,
  best: SolvedScenario['best'],
  candidateIds: readonly string[],
): Promise<readonly Sensitivity[]> {
  const until = performance.now() + SENSITIVITY_MS;
  const select = async (changed: SelectionProblem) =>
    performance.now() < until ? selectPortfolio(changed, { timeLimitMs: SENSITIVE_SELECTION_MS }) : undefined;
  return sensitivitiesOf([...new Set(candidateIds)], { problem, best, select });
}

function nothing({ proof }: PortfolioSelection): Refusal {
  return proof === 'impossible'
    ? new Refusal(
        'budgeting/no-selection',
        'No selection keeps the budget, the roles and all rules: what is decided to be in, or asked for by "at least", needs more than there is.',
        { kind: 'unprocessable' },
      )
    : new Refusal(
        'budgeting/no-selection-found',
        'Time was over before any selection was found; allow more seconds or fewer rules.',
        { kind: 'unprocessable' },
      );
}

/** @throws Refusal `budgeting/unknown-limit` */
function withMore(problem: SelectionProblem, { role, period, more }: MoreOf): SelectionProblem {
  const limits = role === undefined ? problem.budget : problem.capacity.get(role);
  if (limits?.[period] === undefined) {
    throw new Refusal(
      'budgeting/unknown-limit',
      `What more of ${role ?? 'the budget'} in period ${period} is worth cannot be told: the scenario has no such limit.`,
      { kind: 'unprocessable' },
    );
  }
  const raised = limits.map((limit, index) => (index === period ? limit + BigInt(more) : limit));
  if (role === undefined) return { ...problem, budget: raised };
  return { ...problem, capacity: new Map([...problem.capacity, [role, raised]]) };
}
