import { expect, test } from '@jest/globals';
import { TransactionBudget } from './transaction-budget.js';

test('waiting for the first event uses nothing up', () => {
  const budget = new TransactionBudget(200);
  expect(budget.isSpent(60_000)).toBe(false);
  budget.taken(60_000);
  expect(budget.isSpent(60_200)).toBe(false);
  expect(budget.isSpent(60_201)).toBe(true);
});

test('further events do not prolong it', () => {
  const budget = new TransactionBudget(200);
  budget.taken(1_000);
  budget.taken(1_150);
  expect(budget.isSpent(1_201)).toBe(true);
});
