import { describe, expect, test } from '@jest/globals';
import { mismatches, requireMatched } from './invoice-match.js';
import type { OrderTerms } from './invoice-match.js';

/** 1,000 ordered, 600 received and not invoiced. */
const order = {
  commitmentId: 'o',
  budgetId: 'p',
  period: 'whole',
  committedMinor: 1_000n,
  invoicedMinor: 0n,
  releasedMinor: 0n,
  accruedMinor: 600n,
};
const terms = (more: Partial<OrderTerms> = {}): OrderTerms => ({
  match: 'three-way',
  priceTolerancePercent: '5',
  ...more,
});

describe('order, receipt and invoice', () => {
  test('what was received at the price of the order matches', () => {
    expect(mismatches(order, terms(), { amountMinor: 600n })).toEqual([]);
  });

  test('more than was received does not, unless the order is matched with its invoice only', () => {
    expect(mismatches(order, terms(), { amountMinor: 601n })).toEqual(['not-received']);
    expect(mismatches(order, terms({ match: 'two-way' }), { amountMinor: 1_000n })).toEqual([]);
    expect(mismatches(order, terms({ match: 'two-way' }), { amountMinor: 1_001n })).toEqual(['beyond-order']);
  });

  test.each([
    [105n, []],
    [106n, ['price-differs']],
    [95n, []],
    [94n, ['price-differs']],
  ])('%s for what costs 100, at 5 per cent tolerance: %j', (amountMinor, found) => {
    expect(mismatches(order, terms(), { amountMinor, atOrderPriceMinor: 100n })).toEqual(found);
  });

  test('an approved exception lets it through, and what it let through is told', () => {
    const invoiced = { amountMinor: 1_101n };
    expect(() => requireMatched(order, terms(), invoiced)).toThrow(
      'The invoice does not match its order (not-received, beyond-order)',
    );
    expect(requireMatched(order, terms(), { ...invoiced, exception: 'E-1' })).toEqual([
      'not-received',
      'beyond-order',
    ]);
  });
});
