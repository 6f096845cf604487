import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate, allocateMinor } from './allocate.js';
import { money } from './money.js';

test('a cent that does not divide goes to the earlier of equals', () => {
  expect(allocateMinor(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
  expect(allocateMinor(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
});

test('the part that lost most by rounding gets the cent', () => {
  expect(allocateMinor(10n, [1n, 5n, 2n])).toEqual([1n, 6n, 3n]);
  expect(allocateMinor(5n, [3n, 7n])).toEqual([2n, 3n]);
});

test('the parts keep the currency', () => {
  expect(allocate(money(3n, 'JPY'), [1n, 0n, 2n])).toEqual([
    money(1n, 'JPY'),
    money(0n, 'JPY'),
    money(2n, 'JPY'),
  ]);
});

test.each([[[]], [[0n, 0n]], [[1n, -1n]], [[3n, -1n]]])(
  'weights %j share nothing out',
  (weights: bigint[]) => {
    expect(() => allocateMinor(1n, weights)).toThrow(
      expect.objectContaining({ code: 'money/nothing-to-allocate-by' }),
    );
  },
);

test('parts always sum to the amount and stay within one unit of their share', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
    .filter((all) => all.some((weight) => weight > 0n));
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), weights, (amount, all) => {
      const parts = allocateMinor(amount, all);
      const total = all.reduce((a, b) => a + b, 0n);
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(amount);
      parts.forEach((part, index) => {
        const error = part * total - amount * (all[index] ?? 0n);
        expect(error < total && error > -total).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});
