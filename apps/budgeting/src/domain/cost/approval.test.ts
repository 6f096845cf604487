import { expect, test } from '@jest/globals';
import { approval } from './approval.js';
import type { ProposedBudget } from './approval.js';

const line = { name: 'Team', category: 'labour', amountMinor: '100' };
const proposed: ProposedBudget = { currency: 'EUR', lines: [line, { ...line, taskId: 't' }] };
const known = new Set(['t']);

test('the budget at completion is the sum of the lines; ten per cent are tolerated unless said otherwise', () => {
  expect(approval(proposed, known)).toMatchObject({
    budgetAtCompletionMinor: 200n,
    contingencyMinor: undefined,
    tolerancePercent: '10',
  });
  expect(approval({ ...proposed, tolerancePercent: 12.5 }, known).tolerancePercent).toBe('12.5');
  expect(approval({ ...proposed, tolerancePercent: 0 }, known).tolerancePercent).toBe('0');
});

test('no lines, lines below zero, unknown tasks and currencies, and absurd tolerances are refused', () => {
  const codeOf = (change: Partial<ProposedBudget>): unknown => {
    try {
      return approval({ ...proposed, ...change }, known);
    } catch (refusal) {
      return (refusal as { code?: string }).code;
    }
  };
  expect(codeOf({ lines: [] })).toBe('budgeting/no-cost-lines');
  expect(codeOf({ lines: [{ ...line, amountMinor: '-1' }] })).toBe('budgeting/negative-cost');
  expect(codeOf({ lines: [{ ...line, taskId: 'u' }] })).toBe('budgeting/unknown-task');
  expect(codeOf({ currency: 'XXX' })).toBe('money/unknown-currency');
  expect(codeOf({ tolerancePercent: 101 })).toBe('budgeting/tolerance-out-of-range');
  expect(codeOf({ tolerancePercent: Number.NaN })).toBe('budgeting/tolerance-out-of-range');
});
