import { expect, test } from '@jest/globals';
import { checkSelection, requireSelectionProblem } from '@meridian/selection';
import type { Candidate, SelectionProblem } from '@meridian/selection';
import type { PortfolioSelection } from '@meridian/selection/threads';
import { sensitivitiesOf } from './candidate-sensitivity.js';

/** Stockco (SEL-1, Winston): values 16, 22, 12, 8 for 5, 7, 4, 3 against 14. The best is {2, 3, 4}, 42. */
const stockco = (changed: Partial<Record<string, Partial<Candidate>>> = {}): SelectionProblem =>
  requireSelectionProblem({
    periods: 1,
    budget: [14n],
    capacity: new Map(),
    rules: [],
    candidates: (
      [
        ['P1', 16n, 5n],
        ['P2', 22n, 7n],
        ['P3', 12n, 4n],
        ['P4', 8n, 3n],
      ] as const
    ).map(([candidateId, value, cost]) => ({
      candidateId,
      options: [{ start: 0, value }],
      costs: [cost],
      demand: new Map(),
      ...changed[candidateId],
    })),
  });

/** The best of all selections, each looked at: candidates have one start here. */
function enumerated(problem: SelectionProblem): PortfolioSelection {
  const { candidates } = problem;
  let best: PortfolioSelection = { proof: 'impossible', prices: [] };
  for (let mask = 0; mask < 2 ** candidates.length; mask += 1) {
    const done = candidates.filter((_, place) => mask & (2 ** place));
    const selection = new Map(done.map(({ candidateId }) => [candidateId, 0]));
    const checked = checkSelection(problem, selection);
    if (checked.broken.length > 0 || (best.checked && best.checked.value >= checked.value)) continue;
    best = { proof: 'optimal', selection, checked, prices: [] };
  }
  return best;
}

async function told(candidateId: string, problem = stockco()) {
  const best = enumerated(problem);
  const { selection = new Map<string, number>() } = best;
  const select = (one: SelectionProblem) => Promise.resolve(enumerated(one));
  const [one] = await sensitivitiesOf([candidateId], { problem, best: { ...best, selection }, select });
  return one;
}

test('a chosen one stays while it loses less than the best selection is above the best without it', async () => {
  // Without 2: {1, 3, 4} = 36; without 4: {1, 2} = 38. All 14 are spent, so no cost may rise.
  expect(await told('P2')).toMatchObject({ valueLoss: 6n, costRisePercent: 0, isProven: true });
  expect(await told('P4')).toMatchObject({ valueLoss: 4n, costRisePercent: 0, isProven: true });
});

test('another one comes when it gains more than the best selection is above the best with it', async () => {
  // With 1: {1, 2} = 38, 4 less than 42. At 4 of 5, {1, 2, 4} fits at last: 46.
  expect(await told('P1')).toEqual({
    candidateId: 'P1',
    valueGain: 4n,
    costFallPercent: 19,
    isProven: true,
  });
});

test('the thresholds are those at which the choice changes: checked by selecting with each of them', () => {
  const chosen = (problem: SelectionProblem) =>
    [...(enumerated(problem).selection?.keys() ?? [])].sort().join(' ');
  const worth = (value: bigint) => ({ options: [{ start: 0, value }] });
  expect(chosen(stockco({ P2: worth(22n - 5n) }))).toBe('P2 P3 P4');
  expect(chosen(stockco({ P2: worth(22n - 7n) }))).toBe('P1 P3 P4');
  expect(chosen(stockco({ P1: worth(16n + 3n) }))).toBe('P2 P3 P4');
  expect(chosen(stockco({ P1: worth(16n + 5n) }))).toBe('P1 P2');
  expect(chosen(stockco({ P1: { costs: [4n] } }))).toBe('P1 P2 P4');
});

test('where money is left, the cost of what is chosen may rise that far', async () => {
  const problem = { ...stockco(), budget: [15n] };
  // {1, 2, 4}: 15 of 15; with 16 of budget {1, 2, 3} fits exactly.
  expect((await told('P2', { ...problem, budget: [20n] }))?.costRisePercent).toBe(14);
  expect((await told('P2', problem))?.costRisePercent).toBe(0);
});

test('what is decided already does not change with its value; what no selection can do without has no threshold', async () => {
  expect(await told('P2', stockco({ P2: { fixed: 'in' } }))).toEqual({
    candidateId: 'P2',
    costRisePercent: 0,
    isProven: true,
  });
  const needed = { ...stockco(), rules: [{ kind: 'at-least' as const, count: 1, of: ['P2'] }] };
  expect(await told('P2', needed)).not.toHaveProperty('valueLoss');
  await expect(told('P9')).rejects.toMatchObject({ code: 'budgeting/unknown-candidate' });
});

test('what was not found in time is not said, and not called proven', async () => {
  const problem = stockco();
  const best = enumerated(problem);
  const { selection = new Map<string, number>() } = best;
  const asked = { problem, best: { ...best, selection }, select: () => Promise.resolve(undefined) };
  expect(await sensitivitiesOf(['P1'], asked)).toEqual([{ candidateId: 'P1', isProven: false }]);
});
