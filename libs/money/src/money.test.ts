import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { add, compare, money, negate, subtract, sum, zero } from './money.js';

const minor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const mismatch = expect.objectContaining({ code: 'money/currency-mismatch' });

test('euros and dollars are never added, subtracted or compared', () => {
  const [euro, dollar] = [money(1n, 'EUR'), money(1n, 'USD')];
  expect(() => add(euro, dollar)).toThrow(mismatch);
  expect(() => subtract(euro, dollar)).toThrow(mismatch);
  expect(() => compare(euro, dollar)).toThrow(mismatch);
  expect(() => sum([euro, dollar], 'EUR')).toThrow(mismatch);
});

test('nothing sums to zero of the currency asked for', () => {
  expect(sum([], 'JPY')).toEqual(zero('JPY'));
});

test('what is added can be taken away again', () => {
  fc.assert(
    fc.property(minor, minor, (a, b) => {
      const [left, right] = [money(a, 'EUR'), money(b, 'EUR')];
      expect(subtract(add(left, right), right)).toEqual(left);
      expect(compare(left, right)).toBe(compare(negate(right), negate(left)));
    }),
  );
});
