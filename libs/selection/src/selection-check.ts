import type {
  Candidate,
  Selection,
  SelectionProblem,
  SelectionRule,
  StartOption,
} from './selection-problem.js';

/** What a selection uses and is worth, in exact whole numbers, and every limit and rule that it breaks. */
export interface CheckedSelection {
  readonly value: bigint;
  readonly costs: readonly bigint[];
  readonly used: ReadonlyMap<string, readonly bigint[]>;
  readonly broken: readonly string[];
}

/** The independent check of a selection: it knows nothing of how the selection was found. */
export function checkSelection(problem: SelectionProblem, selection: Selection): CheckedSelection {
  const { periods, budget, capacity, candidates, rules } = problem;
  const chosen = candidates.flatMap((candidate) => {
    const option = candidate.options[selection.get(candidate.candidateId) ?? -1];
    return option === undefined ? [] : [{ candidate, option }];
  });
  const costs = usedBy(chosen, periods, ({ costs: own }) => own);
  const used = new Map(
    [...capacity.keys()].map((role) => [
      role,
      usedBy(chosen, periods, ({ demand }) => demand.get(role) ?? []),
    ]),
  );
  const beyond = (what: string, use: readonly bigint[], limits: readonly bigint[]): string[] =>
    use.flatMap((amount, period) => {
      const limit = limits[period] ?? 0n;
      return amount > limit ? [`${what} of period ${period}: ${amount} of ${limit}`] : [];
    });
  return {
    value: chosen.reduce((all, { option }) => all + option.value, 0n),
    costs,
    used,
    broken: [
      ...beyond('budget', costs, budget),
      ...[...capacity].flatMap(([role, limits]) => beyond(role, used.get(role) ?? [], limits)),
      ...candidates.flatMap((candidate) => fixedBroken(candidate, selection)),
      ...rules.flatMap((rule) => (keepsRule(problem, selection, rule) ? [] : [`rule ${textOf(rule)}`])),
    ],
  };
}

interface Chosen {
  readonly candidate: Candidate;
  readonly option: StartOption;
}

function usedBy(
  chosen: readonly Chosen[],
  periods: number,
  profile: (candidate: Candidate) => readonly bigint[],
): readonly bigint[] {
  const sums = Array.from({ length: periods }, () => 0n);
  for (const { candidate, option } of chosen) {
    profile(candidate).forEach((amount, offset) => {
      const period = option.start + offset;
      if (period < periods) sums[period] = (sums[period] ?? 0n) + amount;
    });
  }
  return sums;
}

function fixedBroken({ candidateId, fixed }: Candidate, selection: Selection): readonly string[] {
  const isIn = selection.has(candidateId);
  return fixed === undefined || (fixed === 'in') === isIn ? [] : [`${candidateId} is decided to be ${fixed}`];
}

function keepsRule(problem: SelectionProblem, selection: Selection, rule: SelectionRule): boolean {
  const isIn = (id: string): boolean => selection.has(id);
  switch (rule.kind) {
    case 'needs':
      if (!isIn(rule.candidateId)) return true;
      if (!isIn(rule.needs)) return false;
      return (
        rule.finishesFirst !== true ||
        startOf(problem, selection, rule.candidateId) >= endOf(problem, selection, rule.needs)
      );
    case 'together-need':
      return !rule.all.every(isIn) || isIn(rule.needs);
    case 'excludes':
      return !(isIn(rule.either) && isIn(rule.or));
    case 'at-most':
      return new Set(rule.of).size === 0 || [...new Set(rule.of)].filter(isIn).length <= rule.count;
    case 'at-least':
      return [...new Set(rule.of)].filter(isIn).length >= rule.count;
  }
}

function startOf({ candidates }: SelectionProblem, selection: Selection, id: string): number {
  const candidate = candidates.find(({ candidateId }) => candidateId === id);
  return candidate?.options[selection.get(id) ?? -1]?.start ?? 0;
}

function endOf(problem: SelectionProblem, selection: Selection, id: string): number {
  const candidate = problem.candidates.find(({ candidateId }) => candidateId === id);
  return startOf(problem, selection, id) + (candidate?.costs.length ?? 0);
}

function textOf(rule: SelectionRule): string {
  switch (rule.kind) {
    case 'needs':
      return `${rule.candidateId} needs ${rule.needs}${rule.finishesFirst ? ' finished' : ''}`;
    case 'together-need':
      return `${rule.all.join(' and ')} need ${rule.needs}`;
    case 'excludes':
      return `not both ${rule.either} and ${rule.or}`;
    case 'at-most':
    case 'at-least':
      return `${rule.kind} ${rule.count} of ${rule.of.join(', ')}`;
  }
}
