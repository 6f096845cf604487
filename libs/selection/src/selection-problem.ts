import { Refusal } from '@meridian/refusal';

/** One way to do a candidate: when it starts and what it is worth then. */
export interface StartOption {
  /** Period of the horizon, from 0. */
  readonly start: number;
  /** In whole units: minor units of money, or millionths of a score. */
  readonly value: bigint;
}

export interface Candidate {
  readonly candidateId: string;
  readonly options: readonly StartOption[];
  /** Cost in its first, second, … period, in minor units. Its length is the candidate's duration in periods. */
  readonly costs: readonly bigint[];
  /** What it needs of each role in its first, second, … period, in whole units such as hours. */
  readonly demand: ReadonlyMap<string, readonly bigint[]>;
  /** Decided already: in, whatever its value, or out. */
  readonly fixed?: 'in' | 'out';
}

/**
 * How candidates depend on each other. `needs`: the first is not done without the second, and, when `finishesFirst`, does
 * not start before that is finished. `together-need`: with all of the first, the other is needed too. `excludes`: not both.
 * `at-most`, `at-least`: so many of a set.
 */
export type SelectionRule =
  | {
      readonly kind: 'needs';
      readonly candidateId: string;
      readonly needs: string;
      readonly finishesFirst?: boolean;
    }
  | { readonly kind: 'together-need'; readonly all: readonly string[]; readonly needs: string }
  | { readonly kind: 'excludes'; readonly either: string; readonly or: string }
  | { readonly kind: 'at-most' | 'at-least'; readonly count: number; readonly of: readonly string[] };

/** What there is of money and roles in each period; work beyond the last period is not limited here. */
export interface SelectionProblem {
  readonly periods: number;
  readonly budget: readonly bigint[];
  readonly capacity: ReadonlyMap<string, readonly bigint[]>;
  readonly candidates: readonly Candidate[];
  readonly rules: readonly SelectionRule[];
}

/** Which candidates are done, and which of their options: by candidate, the index of the option. */
export type Selection = ReadonlyMap<string, number>;

/** @throws Refusal `selection/not-computable` naming everything that is wrong with it */
export function requireSelectionProblem(problem: SelectionProblem): SelectionProblem {
  const wrong = faultsOf(problem);
  if (wrong.length === 0) return problem;
  throw new Refusal('selection/not-computable', `The selection cannot be computed: ${wrong.join('; ')}.`, {
    kind: 'unprocessable',
    details: { wrong },
  });
}

function faultsOf({ periods, budget, capacity, candidates, rules }: SelectionProblem): readonly string[] {
  const wrong: string[] = [];
  const ids = new Set(candidates.map(({ candidateId }) => candidateId));
  if (ids.size < candidates.length) wrong.push('two candidates have the same id');
  const isLimit = (limits: readonly bigint[]): boolean =>
    limits.length === periods && limits.every((limit) => limit >= 0n);
  if (!isLimit(budget)) wrong.push(`the budget needs ${periods} amounts of zero or more`);
  for (const [role, limits] of capacity)
    if (!isLimit(limits)) wrong.push(`role ${role} needs ${periods} capacities of zero or more`);
  for (const { candidateId, options, costs, demand } of candidates) {
    const isPlaced = options.every(({ start }) => Number.isInteger(start) && start >= 0 && start < periods);
    if (options.length === 0 || !isPlaced)
      wrong.push(`${candidateId} needs starts within the ${periods} periods`);
    if (costs.length === 0 || costs.some((cost) => cost < 0n))
      wrong.push(`${candidateId} needs costs of zero or more`);
    for (const [role, needed] of demand) {
      if (!capacity.has(role)) wrong.push(`${candidateId} needs role ${role}, of which no capacity is given`);
      if (needed.some((units) => units < 0n)) wrong.push(`${candidateId} needs less than nothing of ${role}`);
    }
  }
  for (const rule of rules)
    for (const id of candidatesOf(rule))
      if (!ids.has(id)) wrong.push(`a rule names ${id}, which is no candidate`);
  return wrong;
}

/** The candidates that a rule is about. */
export function candidatesOf(rule: SelectionRule): readonly string[] {
  switch (rule.kind) {
    case 'needs':
      return [rule.candidateId, rule.needs];
    case 'together-need':
      return [...rule.all, rule.needs];
    case 'excludes':
      return [rule.either, rule.or];
    case 'at-most':
    case 'at-least':
      return rule.of;
  }
}
