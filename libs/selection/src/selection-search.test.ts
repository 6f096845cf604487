import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkSelection } from './selection-check.js';
import { selectionModel } from './selection-model.js';
import type { SelectionProblem, SelectionRule } from './selection-problem.js';
import { searchSelection } from './selection-search.js';

const PERIODS = 4;
const CANDIDATES = 8;

/** Small portfolios with every kind of rule, a role beside the budget, and candidates that are decided. */
const problems: fc.Arbitrary<SelectionProblem> = fc
  .record({
    candidates: fc.array(
      fc.record({
        values: fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 1, maxLength: 3 }),
        costs: fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }),
        hours: fc.nat(5),
        fixed: fc.constantFrom(undefined, undefined, undefined, undefined, 'in' as const, 'out' as const),
      }),
      { minLength: CANDIDATES, maxLength: CANDIDATES },
    ),
    rules: fc.array(
      fc.record({
        kind: fc.constantFrom('needs', 'finish', 'together-need', 'excludes', 'at-most', 'at-least'),
        first: fc.nat(CANDIDATES - 3),
        count: fc.integer({ min: 1, max: 2 }),
      }),
      { maxLength: 4 },
    ),
    limit: fc.integer({ min: 6, max: 20 }),
  })
  .map(({ candidates, rules, limit }) => ({
    periods: PERIODS,
    budget: Array.from({ length: PERIODS }, () => BigInt(limit)),
    capacity: new Map([['developer', Array.from({ length: PERIODS }, () => BigInt(limit))]]),
    candidates: candidates.map(({ values, costs, hours, fixed }, at) => ({
      candidateId: `c${at}`,
      options: values.map((value, start) => ({ start, value: BigInt(value) })),
      costs: costs.map(BigInt),
      demand: new Map([['developer', costs.map(() => BigInt(hours))]]),
      ...(fixed ? { fixed } : {}),
    })),
    rules: rules.map(({ kind, first, count }): SelectionRule => {
      const [a, b, c] = [`c${first}`, `c${first + 1}`, `c${first + 2}`];
      if (kind === 'needs' || kind === 'finish')
        return { kind: 'needs', candidateId: b, needs: a, finishesFirst: kind === 'finish' };
      if (kind === 'together-need') return { kind, all: [a, c], needs: b };
      if (kind === 'excludes') return { kind, either: a, or: c };
      return { kind: kind as 'at-most' | 'at-least', count, of: [a, b, c] };
    }),
  }));

function found(problem: SelectionProblem, rounds: number) {
  const model = selectionModel(problem);
  const wish = { prices: [], relaxed: [], seed: 7, isOver: (round: number) => round >= rounds };
  return searchSelection(problem, model, wish);
}

test('what the search finds keeps every limit and rule, and the same seed and rounds find the same', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const selection = found(problem, 300);
      if (selection) expect(checkSelection(problem, selection).broken).toEqual([]);
      expect(found(problem, 300)).toEqual(selection);
    }),
    { numRuns: 200, seed: 20_261_123 },
  );
});

test('longer than its patience the search is never worse, and stays within limits where it begins anew', () => {
  const [problem] = fc.sample(problems, { numRuns: 1, seed: 20_261_123 }) as [SelectionProblem];
  const free = { ...problem, rules: [], candidates: problem.candidates.map(({ fixed: _, ...one }) => one) };
  const valueAfter = (rounds: number) =>
    checkSelection(free, found(free, rounds) as NonNullable<ReturnType<typeof found>>);
  const [early, late] = [valueAfter(10), valueAfter(20_000)];
  expect(late.broken).toEqual([]);
  expect(late.value).toBeGreaterThanOrEqual(early.value);
});
