import { expect, test } from '@jest/globals';
import { requireSelectionProblem } from '../selection-problem.js';
import type { SelectionProblem, SelectionRule } from '../selection-problem.js';
import { selectPortfolio } from './select-portfolio.js';

const WISH = { timeLimitMs: 20_000 };

/** Four candidates worth 16, 22, 12 and 8 that cost 5, 7, 4 and 3, against 14 (SEL-1, Winston). */
function stockco(rules: readonly SelectionRule[] = []): SelectionProblem {
  const [values, costs] = [
    [16n, 22n, 12n, 8n],
    [5n, 7n, 4n, 3n],
  ];
  const candidates = values.map((value, index) => ({
    candidateId: `${index + 1}`,
    options: [{ start: 0, value }],
    costs: [costs[index] as bigint],
    demand: new Map<string, readonly bigint[]>(),
  }));
  return requireSelectionProblem({ periods: 1, budget: [14n], capacity: new Map(), candidates, rules });
}

test('the best selection comes with its proof and the price of one more unit of budget', async () => {
  const { proof, selection, checked, bound, gap, prices } = await selectPortfolio(stockco(), WISH);
  expect([proof, checked?.value, bound, gap]).toEqual(['optimal', 42n, 42, 0]);
  expect([...(selection?.keys() ?? [])].sort()).toEqual(['2', '3', '4']);
  // In fractions the last money goes to candidate 3, worth 12 for 4; three whole ones fill the budget just as it is.
  expect(prices).toEqual([{ resource: 'budget', isBudget: true, period: 0, perUnit: expect.closeTo(3, 6) }]);
});

test('the next best is the best of all others', async () => {
  const { selection: first } = await selectPortfolio(stockco(), WISH);
  const next = await selectPortfolio(stockco(), { ...WISH, otherThan: first ? [first] : [] });
  expect([next.proof, next.checked?.value]).toEqual(['optimal', 38n]);
  expect([...(next.selection?.keys() ?? [])].sort()).toEqual(['1', '2']);
});

test('what no selection can keep is called impossible', async () => {
  const rule: SelectionRule = { kind: 'at-least', count: 4, of: ['1', '2', '3', '4'] };
  expect(await selectPortfolio(stockco([rule]), WISH)).toMatchObject({ proof: 'impossible' });
});

test('with so little time that nothing was found, nothing is claimed', async () => {
  const answer = await selectPortfolio(stockco(), { ...WISH, signal: AbortSignal.abort() });
  expect(answer).toEqual({ proof: 'none-found', prices: [] });
});

/** Three hundred candidates of two starts, made by chance, against money and people for about half of them. */
function large(): SelectionProblem {
  let state = 7;
  const next = (most: number): bigint => {
    state = (state * 48_271) % 2_147_483_647;
    return BigInt(1 + (state % most));
  };
  const candidates = Array.from({ length: 300 }, (_, index) => {
    const cost = next(90);
    return {
      candidateId: `c${index}`,
      options: [0, 2].map((start) => ({ start, value: cost * 2n + next(60) })),
      costs: [cost, cost],
      demand: new Map([['analyst', [next(40), next(40)]]]),
    };
  });
  const capacity = new Map([['analyst', [1_500n, 1_500n, 1_500n, 1_500n]]]);
  const budget = [3_500n, 3_500n, 3_500n, 3_500n];
  return requireSelectionProblem({ periods: 4, budget, capacity, candidates, rules: [] });
}

test('a gap that was asked for is proven, and the selection passed the check', async () => {
  const answer = await selectPortfolio(large(), { timeLimitMs: 30_000, relativeGap: 0.02 });
  expect(['within-gap', 'optimal']).toContain(answer.proof);
  expect(answer.gap).toBeLessThanOrEqual(0.02);
  expect(answer.checked?.broken).toEqual([]);
  expect(Number(answer.checked?.value)).toBeLessThanOrEqual(answer.bound ?? 0);
});
