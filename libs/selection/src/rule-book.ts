import type { SelectionProblem, SelectionRule } from './selection-problem.js';

/** The rules of a selection by candidate index, for a search that adds and takes back one candidate at a time. */
export class RuleBook {
  private readonly own: (readonly SelectionRule[])[];
  private readonly behind: (readonly number[])[];
  private readonly firstColumn: Int32Array;

  /** @param index of each candidate in the problem */
  constructor(
    private readonly problem: SelectionProblem,
    private readonly index: ReadonlyMap<string, number>,
  ) {
    const own = problem.candidates.map((): SelectionRule[] => []);
    const behind = problem.candidates.map((): number[] => []);
    for (const rule of problem.rules) {
      for (const candidate of this.touched(rule)) own[candidate]?.push(rule);
      if (rule.kind === 'needs') behind[this.at(rule.needs)]?.push(this.at(rule.candidateId));
      if (rule.kind === 'together-need') behind[this.at(rule.needs)]?.push(this.at(rule.all[0] ?? ''));
    }
    let next = 0;
    this.firstColumn = Int32Array.from(
      problem.candidates,
      ({ options }) => (next += options.length) - options.length,
    );
    this.own = own;
    this.behind = behind;
  }

  /** What goes when the candidate goes. */
  dependents(candidate: number): readonly number[] {
    return this.behind[candidate] ?? [];
  }

  neededBy(candidate: number): readonly number[] {
    const id = this.problem.candidates[candidate]?.candidateId;
    return (this.own[candidate] ?? []).flatMap((rule) =>
      rule.kind === 'needs' && rule.candidateId === id ? [this.at(rule.needs)] : [],
    );
  }

  /** @param chosen the column of each candidate, or −1 */
  mayAdd(candidate: number, option: number, chosen: Int32Array): boolean {
    if (this.problem.candidates[candidate]?.fixed === 'out') return false;
    const id = this.problem.candidates[candidate]?.candidateId ?? '';
    return (this.own[candidate] ?? []).every((rule) => {
      switch (rule.kind) {
        case 'needs':
          return rule.candidateId !== id || this.isReady(rule, candidate, option, chosen);
        case 'together-need':
          return (
            rule.needs === id ||
            chosen[this.at(rule.needs)] !== -1 ||
            !rule.all.every((one) => one === id || chosen[this.at(one)] !== -1)
          );
        case 'excludes':
          return chosen[this.at(rule.either === id ? rule.or : rule.either)] === -1;
        case 'at-most':
          return this.countOf(rule.of, chosen) < rule.count;
        case 'at-least':
          return true;
      }
    });
  }

  /** Adding keeps all rules but these, and taking back keeps none of them by itself. */
  isKept(chosen: Int32Array): boolean {
    const isIn = (id: string): boolean => chosen[this.at(id)] !== -1;
    const isDecided = this.problem.candidates.every(
      ({ candidateId, fixed }) => fixed !== 'in' || isIn(candidateId),
    );
    return (
      isDecided &&
      this.problem.rules.every((rule) => {
        if (rule.kind === 'at-least') return this.countOf(rule.of, chosen) >= rule.count;
        return rule.kind !== 'together-need' || !rule.all.every(isIn) || isIn(rule.needs);
      })
    );
  }

  private isReady(
    { needs, finishesFirst }: Extract<SelectionRule, { kind: 'needs' }>,
    candidate: number,
    option: number,
    chosen: Int32Array,
  ): boolean {
    const needed = this.at(needs);
    const column = chosen[needed] as number;
    if (column === -1) return false;
    if (finishesFirst !== true) return true;
    const { candidates } = this.problem;
    const before = this.firstColumn[needed] as number;
    const start = candidates[needed]?.options[column - before]?.start ?? 0;
    const own = candidates[candidate]?.options[option]?.start ?? 0;
    return start + (candidates[needed]?.costs.length ?? 0) <= own;
  }

  private countOf(ids: readonly string[], chosen: Int32Array): number {
    return new Set(ids.filter((id) => chosen[this.at(id)] !== -1)).size;
  }

  private touched(rule: SelectionRule): ReadonlySet<number> {
    switch (rule.kind) {
      case 'needs':
        return new Set([this.at(rule.candidateId), this.at(rule.needs)]);
      case 'together-need':
        return new Set([...rule.all, rule.needs].map((id) => this.at(id)));
      case 'excludes':
        return new Set([this.at(rule.either), this.at(rule.or)]);
      case 'at-most':
      case 'at-least':
        return new Set(rule.of.map((id) => this.at(id)));
    }
  }

  private at(id: string): number {
    return this.index.get(id) ?? -1;
  }
}
