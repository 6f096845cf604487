import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { money } from './money.js';
import { multiply, percentOf } from './multiply.js';
import { ratio, ratioFromDecimal, ratioToDecimal } from './ratio.js';
import { roundedQuotient } from './rounding.js';

test.each([
  [5n, 2n, 3n, 2n, 2n],
  [7n, 2n, 4n, 4n, 3n],
  [-5n, 2n, -3n, -2n, -2n],
  [5n, -2n, -3n, -2n, -2n],
  [1n, 3n, 0n, 0n, 0n],
  [2n, 3n, 1n, 1n, 0n],
  [6n, 3n, 2n, 2n, 2n],
])('%s/%s is %s half up, %s half even, %s down', (over, under, halfUp, halfEven, down) => {
  expect(roundedQuotient(over, under, 'half-up')).toBe(halfUp);
  expect(roundedQuotient(over, under, 'half-even')).toBe(halfEven);
  expect(roundedQuotient(over, under, 'down')).toBe(down);
});

test('12.5 per cent of 0.99 is 0.12, of 1.00 is 0.13', () => {
  expect(percentOf(money(99n, 'EUR'), '12.5').amountMinor).toBe(12n);
  expect(percentOf(money(100n, 'EUR'), 12.5).amountMinor).toBe(13n);
});

test('an amount beyond the reach of binary floats is multiplied exactly', () => {
  expect(multiply(money(999_999_999_999_999n, 'EUR'), ratio(1n, 3n)).amountMinor).toBe(333_333_333_333_333n);
});

test('rounding is never off by more than half a unit', () => {
  const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  fc.assert(
    fc.property(
      whole,
      whole.filter((n) => n !== 0n),
      fc.constantFrom('half-up', 'half-even'),
      (n, d, rounding) => {
        const twiceError = 2n * (n - roundedQuotient(n, d, rounding) * d);
        const size = (value: bigint): bigint => (value < 0n ? -value : value);
        expect(size(twiceError) <= size(d)).toBe(true);
      },
    ),
  );
});

test('a ratio is written as read', () => {
  expect(ratioToDecimal(ratioFromDecimal('-0.875'), 6)).toBe('-0.875000');
  expect(ratioToDecimal(ratio(2n, 3n), 6)).toBe('0.666667');
  expect(ratioToDecimal(ratio(-1n, 10_000_000n), 6)).toBe('0.000000');
  expect(ratio(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
  expect(() => ratio(1n, 0n)).toThrow(RangeError);
});
