import { expect, test } from '@jest/globals';
import { ratio } from '@meridian/money';
import { referenceClass } from './reference-class.js';
import type { ProjectOutcome } from './reference-class.js';

/** Closed projects of a portfolio that took 1.0, 1.1, 1.2 … times what was planned. */
function closed(count: number, portfolio = 'Roads'): readonly ProjectOutcome[] {
  return Array.from({ length: count }, (_, index) => ({
    portfolio,
    plannedDays: 100,
    actualDays: 100 + index * 10,
    bacMinor: 1_000n,
    acMinor: 1_000n + BigInt(index) * 50n,
  }));
}

test('nine closed projects are too few: no interval is stated', () => {
  const { size, cost, duration } = referenceClass(closed(9), 'Roads');
  expect(size).toBe(9);
  expect([cost, duration]).toEqual(
    Array(2).fill({ state: 'not-available', reason: 'too-few-closed-projects' }),
  );
});

test('of ten, one lies below the interval or at its end, and one above', () => {
  const { of, cost, duration } = referenceClass(closed(10), 'Roads');
  expect(of).toBe('portfolio');
  expect(duration).toEqual({
    state: 'available',
    value: { low: ratio(1n), median: ratio(14n, 10n), high: ratio(18n, 10n) },
  });
  expect(cost).toMatchObject({ state: 'available', value: { median: ratio(12n, 10n) } });
});

test('a portfolio with too few looks at the whole house; one with enough only at itself', () => {
  const house = [...closed(10, 'Bridges'), ...closed(3)];
  expect(referenceClass(house, 'Roads')).toMatchObject({ of: 'house', size: 13 });
  expect(referenceClass(house, 'Bridges')).toMatchObject({ of: 'portfolio', size: 10 });
});

test('a project that closed without cost says nothing of cost', () => {
  const free = closed(10).map((outcome) => ({ ...outcome, acMinor: 0n }));
  const { cost, duration } = referenceClass(free, 'Roads');
  expect([cost.state, duration.state]).toEqual(['not-available', 'available']);
});
