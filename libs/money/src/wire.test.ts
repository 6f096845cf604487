import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { money } from './money.js';
import type { WireMoney } from './wire.js';
import { fromWire, minorFromWire, toWire } from './wire.js';

test('amounts to ±10^15 survive JSON', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (amountMinor) => {
      const sent = money(amountMinor, 'EUR');
      expect(fromWire(JSON.parse(JSON.stringify(toWire(sent))) as WireMoney)).toEqual(sent);
    }),
  );
  expect(minorFromWire('-1000000000000000')).toBe(-(10n ** 15n));
});

test.each(['', '1.5', '01', '-0', '1e3', ' 1', '0x10', '12345678901234567890'])(
  '"%s" is not minor units',
  (text) => {
    expect(() => minorFromWire(text)).toThrow(expect.objectContaining({ code: 'money/not-minor-units' }));
  },
);

test('a JSON number is refused, since it may have lost digits already', () => {
  expect(() => minorFromWire(12 as unknown as string)).toThrow(
    expect.objectContaining({ code: 'money/not-minor-units' }),
  );
});

test('what no BIGINT column holds does not travel', () => {
  expect(() => toWire(money(2n ** 63n, 'EUR'))).toThrow(
    expect.objectContaining({ code: 'money/amount-out-of-range' }),
  );
  expect(() => minorFromWire('9999999999999999999')).toThrow(
    expect.objectContaining({ code: 'money/amount-out-of-range' }),
  );
});
