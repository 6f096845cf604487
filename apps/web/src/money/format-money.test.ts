import { describe, expect, test } from '@jest/globals';
import {
  deviationPercent,
  digitsOf,
  formatMoney,
  formatMoneyRounded,
  formatMoneyShort,
  toDecimal,
} from './format-money.js';

describe('money for people', () => {
  test('amounts beyond what a float holds keep every digit', () => {
    expect(formatMoney('900719925474099312', 'EUR', 'en-GB')).toBe('€9,007,199,254,740,993.12');
  });

  test('each currency has its own decimals', () => {
    expect([digitsOf('EUR'), digitsOf('JPY'), digitsOf('KWD')]).toEqual([2, 0, 3]);
    expect(formatMoney('1500', 'JPY', 'en-GB')).toBe('JP¥1,500');
  });

  test.each([
    ['-12345', 2, '-123.45'],
    ['5', 2, '0.05'],
    ['-5', 3, '-0.005'],
    ['70', 0, '70'],
  ])('%s minor units with %i digits are %s', (minor, digits, decimal) => {
    expect(toDecimal(minor, digits)).toBe(decimal);
  });

  test('large whole amounts stand without cents, others keep them', () => {
    const amounts = ['190000000', '189999705', '25000', '-3086200', '0'];
    expect(amounts.map((minor) => formatMoney(minor, 'EUR', 'en-US'))).toEqual([
      '€1,900,000',
      '€1,899,997.05',
      '€250.00',
      '-€30,862',
      '€0.00',
    ]);
    expect(formatMoneyRounded('189999705', 'EUR', 'en-US')).toBe('€1,899,997');
  });

  test('a card shows one decimal of millions, and none of less', () => {
    expect(formatMoneyShort('45000000', 'EUR', 'en-US')).toBe('€450K');
    expect(formatMoneyShort('3700000000', 'EUR', 'en-US')).toBe('€37.0M');
    expect(formatMoneyShort('0', 'EUR', 'en-US')).toBe('€0');
  });

  test('without a budget there is no deviation from it', () => {
    expect(deviationPercent('100', '0')).toBeUndefined();
    expect(deviationPercent('110', '100')).toBeCloseTo(10);
  });
});
