import { expect, test } from '@jest/globals';
import { convert, frozenRate, inverse } from './convert.js';
import { money } from './money.js';

const euroToYen = frozenRate({ from: 'EUR', to: 'JPY', rate: '161.235', fixedOn: '2026-03-31' });

test('the minor units of both currencies count', () => {
  expect(convert(money(10_000n, 'EUR'), euroToYen)).toEqual(money(16_124n, 'JPY'));
  const toDinar = frozenRate({ from: 'JPY', to: 'KWD', rate: '0.002', fixedOn: '2026-03-31' });
  expect(convert(money(1_000n, 'JPY'), toDinar)).toEqual(money(2_000n, 'KWD'));
});

test('the rounding is the one stated', () => {
  expect(convert(money(10_000n, 'EUR'), euroToYen, 'down')).toEqual(money(16_123n, 'JPY'));
});

test('an inverse rate is exact, not a rounded decimal', () => {
  const third = inverse(frozenRate({ from: 'USD', to: 'EUR', rate: '3', fixedOn: '2026-01-01' }));
  expect(third.rate).toEqual({ numerator: 1n, denominator: 3n });
  expect(convert(money(3n * 10n ** 15n, 'EUR'), third)).toEqual(money(10n ** 15n, 'USD'));
});

test('a rate converts only its own currency', () => {
  expect(() => convert(money(1n, 'USD'), euroToYen)).toThrow(
    expect.objectContaining({ code: 'money/currency-mismatch' }),
  );
});

test('a rate of zero or less is refused', () => {
  expect(() => frozenRate({ from: 'EUR', to: 'USD', rate: '0.0', fixedOn: '2026-01-01' })).toThrow(
    RangeError,
  );
});
