import { expect, test } from '@jest/globals';
import { currencies, isCurrency, minorDigits } from './currency.js';

test.each([
  ['EUR', 2],
  ['USD', 2],
  ['HUF', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['XOF', 0],
  ['BHD', 3],
  ['KWD', 3],
  ['TND', 3],
  ['CLF', 4],
])('%s has %i decimal digits', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

test.each(['eur', 'EURO', '', 'XAU', 'XXX'])('"%s" is no currency an amount can be held in', (code) => {
  expect(isCurrency(code)).toBe(false);
  expect(() => minorDigits(code)).toThrow(expect.objectContaining({ code: 'money/unknown-currency' }));
});

test('every code is listed once', () => {
  const codes = currencies();
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  expect(codes.length).toBeGreaterThan(150);
});
