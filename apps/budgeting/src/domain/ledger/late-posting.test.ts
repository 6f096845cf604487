import { expect, test } from '@jest/globals';
import type { BudgetControl } from './ledger.js';
import { dayAfterPeriod, dayToPost } from './late-posting.js';

const month = (period: string, lastDay: string, isClosed: boolean) => ({
  period,
  firstDay: `${period}-01`,
  lastDay,
  isClosed,
});
const budget: BudgetControl = {
  budgetId: 'b',
  policy: 'hard-stop',
  isFrozen: false,
  latePosting: 'next-open',
  periods: [
    month('2026-01', '2026-01-31', true),
    month('2026-02', '2026-02-28', true),
    month('2026-03', '2026-03-31', false),
    month('2026-04', '2026-04-30', false),
  ],
};

test('a posting for a closed period counts for the first day of the next open one, where the calendar says so', () => {
  expect(dayToPost(budget, '2026-01-20')).toBe('2026-03-01');
  expect(dayToPost({ ...budget, latePosting: 'refuse' }, '2026-01-20')).toBe('2026-01-20');
  expect(dayToPost({ ...budget, periods: [] }, '2026-01-20')).toBe('2026-01-20');
});

test('a posting for an open period keeps its day, and one outside of all periods is not moved', () => {
  expect(dayToPost(budget, '2026-03-20')).toBe('2026-03-20');
  expect(dayToPost(budget, '2025-12-31')).toBe('2025-12-31');
});

test('a posting is never moved into an earlier period', () => {
  const periods = budget.periods.map((one) => ({ ...one, isClosed: one.period !== '2026-01' }));
  expect(dayToPost({ ...budget, periods }, '2026-02-10')).toBe('2026-02-10');
});

test('an accrual is taken back the day after its period, or on the first of the next month', () => {
  expect(dayAfterPeriod(budget, '2026-02-10')).toBe('2026-03-01');
  expect(dayAfterPeriod({ periods: [] }, '2026-12-31')).toBe('2027-01-01');
  expect(dayAfterPeriod({ periods: [] }, '2028-02-01')).toBe('2028-03-01');
});
