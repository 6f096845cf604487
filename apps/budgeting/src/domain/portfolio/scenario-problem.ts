import { Refusal } from '@meridian/refusal';
import { requireSelectionProblem } from '@meridian/selection';
import type { Candidate, SelectionProblem, SelectionRule } from '@meridian/selection';

/** A scenario as it is asked for: amounts and hours in decimal digits, periods by place. */
export interface ScenarioWish {
  readonly periods: readonly string[];
  readonly budgetMinor: readonly string[];
  readonly capacity: readonly RoleWish[];
  readonly candidates: readonly CandidateWish[];
  readonly rules: readonly RuleWish[];
}

export interface RoleWish {
  readonly role: string;
  readonly hours: readonly string[];
}

export interface CandidateWish {
  readonly candidateId: string;
  readonly name: string;
  readonly projectId?: string;
  readonly starts: readonly { readonly start: number; readonly value: string }[];
  readonly costsMinor: readonly string[];
  readonly needs?: readonly RoleWish[];
  readonly fixed?: 'in' | 'out';
}

export interface RuleWish {
  readonly kind: 'needs' | 'together-need' | 'excludes' | 'at-most' | 'at-least';
  readonly candidateIds: readonly string[];
  readonly needed?: string;
  readonly finishesFirst?: boolean;
  readonly count?: number;
}

/** @throws Refusal `budgeting/scenario-rule` for a rule that lacks a part, `selection/not-computable` with all that is wrong */
export function scenarioProblem(wish: ScenarioWish): SelectionProblem {
  return requireSelectionProblem({
    periods: wish.periods.length,
    budget: wish.budgetMinor.map(BigInt),
    capacity: hoursByRole(wish.capacity),
    candidates: wish.candidates.map(candidateOf),
    rules: wish.rules.map(ruleOf),
  });
}

function candidateOf({ candidateId, starts, costsMinor, needs = [], fixed }: CandidateWish): Candidate {
  return {
    candidateId,
    options: starts.map(({ start, value }) => ({ start, value: BigInt(value) })),
    costs: costsMinor.map(BigInt),
    demand: hoursByRole(needs),
    ...(fixed === undefined ? {} : { fixed }),
  };
}

function ruleOf(rule: RuleWish): SelectionRule {
  const { kind, candidateIds, needed, finishesFirst, count } = rule;
  const [first = '', second] = candidateIds;
  if (kind === 'at-most' || kind === 'at-least') {
    if (count === undefined) throw incomplete(rule, 'says how many (`count`)');
    return { kind, count, of: candidateIds };
  }
  if (kind === 'excludes') {
    if (second === undefined || candidateIds.length > 2) throw incomplete(rule, 'names two candidates');
    return { kind, either: first, or: second };
  }
  if (needed === undefined) throw incomplete(rule, 'names what is `needed`');
  if (kind === 'together-need') return { kind, all: candidateIds, needs: needed };
  if (candidateIds.length > 1) throw incomplete(rule, 'names one candidate; write one rule for each');
  return {
    kind,
    candidateId: first,
    needs: needed,
    ...(finishesFirst === undefined ? {} : { finishesFirst }),
  };
}

function incomplete({ kind, candidateIds }: RuleWish, sentence: string): Refusal {
  return new Refusal(
    'budgeting/scenario-rule',
    `The rule "${kind}" about ${candidateIds.join(', ')} cannot be read: a rule of this kind ${sentence}.`,
    { kind: 'unprocessable' },
  );
}

function hoursByRole(all: readonly RoleWish[]): ReadonlyMap<string, readonly bigint[]> {
  return new Map(all.map(({ role, hours }) => [role, hours.map(BigInt)]));
}
