import type { SelectionProblem, SelectionRule } from './selection-problem.js';

/** A rule by candidate index. */
type NumberedRule =
  | { readonly kind: 'needs'; readonly candidate: number; readonly needs: number; readonly isAfter: boolean }
  | { readonly kind: 'together-need'; readonly all: readonly number[]; readonly needs: number }
  | { readonly kind: 'excludes'; readonly either: number; readonly or: number }
  | { readonly kind: 'at-most' | 'at-least'; readonly count: number; readonly of: readonly number[] };

/** The rules of a selection by candidate index, for a search that adds and takes back one candidate at a time. */
export class RuleBook {
  private readonly rules: readonly NumberedRule[];
  private readonly own: readonly (readonly NumberedRule[])[];
  private readonly behind: readonly (readonly number[])[];
  private readonly needed: readonly (readonly number[])[];
  private readonly excluded: readonly (readonly number[])[];
  private readonly fixedIn: readonly number[];
  private readonly firstColumn: Int32Array;

  /** @param index of each candidate in the problem */
  constructor(
    private readonly problem: SelectionProblem,
    index: ReadonlyMap<string, number>,
  ) {
    const { candidates } = problem;
    this.rules = problem.rules.map((rule) => numbered(rule, (id) => index.get(id) ?? -1));
    const lists = <T>(): T[][] => candidates.map(() => []);
    const [own, behind, needed, excluded] = [
      lists<NumberedRule>(),
      lists<number>(),
      lists<number>(),
      lists<number>(),
    ];
    for (const rule of this.rules) {
      for (const candidate of touched(rule)) own[candidate]?.push(rule);
      if (rule.kind === 'needs') {
        behind[rule.needs]?.push(rule.candidate);
        needed[rule.candidate]?.push(rule.needs);
      }
      if (rule.kind === 'together-need') behind[rule.needs]?.push(...rule.all.slice(0, 1));
      if (rule.kind === 'excludes') {
        excluded[rule.either]?.push(rule.or);
        excluded[rule.or]?.push(rule.either);
      }
    }
    [this.own, this.behind, this.needed, this.excluded] = [own, behind, needed, excluded];
    this.fixedIn = [...candidates.keys()].filter((candidate) => candidates[candidate]?.fixed === 'in');
    let next = 0;
    this.firstColumn = Int32Array.from(
      candidates,
      ({ options }) => (next += options.length) - options.length,
    );
  }

  /** What goes when the candidate goes. */
  dependents(candidate: number): readonly number[] {
    return this.behind[candidate] ?? [];
  }

  neededBy(candidate: number): readonly number[] {
    return this.needed[candidate] ?? [];
  }

  excludedBy(candidate: number): readonly number[] {
    return this.excluded[candidate] ?? [];
  }

  /** @param chosen the column of each candidate, or −1 */
  mayAdd(candidate: number, option: number, chosen: Int32Array): boolean {
    if (this.problem.candidates[candidate]?.fixed === 'out') return false;
    return (this.own[candidate] ?? []).every((rule) => {
      switch (rule.kind) {
        case 'needs':
          return rule.candidate !== candidate || this.isReady(rule, option, chosen);
        case 'together-need':
          return (
            rule.needs === candidate ||
            chosen[rule.needs] !== -1 ||
            !rule.all.every((one) => one === candidate || chosen[one] !== -1)
          );
        case 'excludes':
          return chosen[rule.either === candidate ? rule.or : rule.either] === -1;
        case 'at-most':
          return countOf(rule.of, chosen) < rule.count;
        case 'at-least':
          return true;
      }
    });
  }

  /** Adding keeps all rules but these, and taking back keeps none of them by itself. */
  isKept(chosen: Int32Array): boolean {
    return (
      this.fixedIn.every((candidate) => chosen[candidate] !== -1) &&
      this.rules.every((rule) => {
        if (rule.kind === 'at-least') return countOf(rule.of, chosen) >= rule.count;
        return (
          rule.kind !== 'together-need' ||
          chosen[rule.needs] !== -1 ||
          !rule.all.every((one) => chosen[one] !== -1)
        );
      })
    );
  }

  private isReady(
    { candidate, needs, isAfter }: Extract<NumberedRule, { kind: 'needs' }>,
    option: number,
    chosen: Int32Array,
  ): boolean {
    const column = chosen[needs] as number;
    if (column === -1) return false;
    if (!isAfter) return true;
    const { candidates } = this.problem;
    const earlier = candidates[needs];
    const start = earlier?.options[column - (this.firstColumn[needs] as number)]?.start ?? 0;
    return start + (earlier?.costs.length ?? 0) <= (candidates[candidate]?.options[option]?.start ?? 0);
  }
}

function numbered(rule: SelectionRule, at: (id: string) => number): NumberedRule {
  switch (rule.kind) {
    case 'needs':
      return {
        kind: 'needs',
        candidate: at(rule.candidateId),
        needs: at(rule.needs),
        isAfter: rule.finishesFirst === true,
      };
    case 'together-need':
      return { kind: rule.kind, all: rule.all.map(at), needs: at(rule.needs) };
    case 'excludes':
      return { kind: rule.kind, either: at(rule.either), or: at(rule.or) };
    case 'at-most':
    case 'at-least':
      return { kind: rule.kind, count: rule.count, of: [...new Set(rule.of.map(at))] };
  }
}

function touched(rule: NumberedRule): ReadonlySet<number> {
  switch (rule.kind) {
    case 'needs':
      return new Set([rule.candidate, rule.needs]);
    case 'together-need':
      return new Set([...rule.all, rule.needs]);
    case 'excludes':
      return new Set([rule.either, rule.or]);
    case 'at-most':
    case 'at-least':
      return new Set(rule.of);
  }
}

function countOf(candidates: readonly number[], chosen: Int32Array): number {
  return candidates.reduce((count, one) => count + (chosen[one] === -1 ? 0 : 1), 0);
}
