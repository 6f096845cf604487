import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { currencies } from './currency.js';
import { money } from './money.js';
import { decimalText, formatMoney, parseMoney } from './text.js';

test.each([
  ['12.34', 'EUR', 1_234n],
  ['-0.5', 'EUR', -50n],
  ['+7', 'EUR', 700n],
  ['1.2300', 'EUR', 123n],
  ['1234', 'JPY', 1_234n],
  ['1.234', 'BHD', 1_234n],
  ['9999999999999.99', 'EUR', 999_999_999_999_999n],
])('"%s" %s is %s minor units', (text, currency, amountMinor) => {
  expect(parseMoney(text, currency)).toEqual({ amountMinor, currency });
});

test.each(['', '1,5', '1.234,56', '1e3', ' 1', '.5', '5.', '--1', 'NaN', '١'])(
  '"%s" is refused, not guessed at',
  (text) => {
    expect(() => parseMoney(text, 'EUR')).toThrow(expect.objectContaining({ code: 'money/not-a-decimal' }));
  },
);

test('a digit smaller than the minor unit is refused, not rounded away', () => {
  expect(() => parseMoney('0.001', 'EUR')).toThrow('0.001 has 3 decimals; EUR has 2.');
  expect(() => parseMoney('0.5', 'JPY')).toThrow(
    expect.objectContaining({ code: 'money/too-many-decimals' }),
  );
});

test('people read amounts in their own locale, without a lost digit', () => {
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
  expect(plain(formatMoney(money(123_450n, 'EUR'), 'de-DE'))).toBe('1.234,50 €');
  expect(plain(formatMoney(money(123_450n, 'EUR'), 'en-US'))).toBe('€1,234.50');
  expect(plain(formatMoney(money(1_234n, 'KWD'), 'en-US'))).toBe('KWD 1.234');
  expect(plain(formatMoney(money(-900_719_925_474_099_312n, 'USD'), 'en-US'))).toBe(
    '-$9,007,199,254,740,993.12',
  );
});

test('every amount in every currency survives writing and reading', () => {
  const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  fc.assert(
    fc.property(amount, fc.constantFrom(...currencies()), (amountMinor, currency) => {
      expect(parseMoney(decimalText({ amountMinor, currency }), currency)).toEqual({ amountMinor, currency });
    }),
    { numRuns: 500 },
  );
});
