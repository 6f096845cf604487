import { expect, test } from '@jest/globals';
import { toMinor, toTyped } from './to-minor.js';

test('an amount is typed with a point, with or without blanks between the thousands', () => {
  expect(['1250', '1 250.5', "1'250.05", '0.00', '-12.5'].map((one) => toMinor(one, 'EUR'))).toEqual([
    '125000',
    '125050',
    '125005',
    '0',
    '-1250',
  ]);
});

test('a currency without cents takes none', () => {
  expect(toMinor('1250', 'JPY')).toBe('1250');
  expect(toMinor('1250.5', 'JPY')).toBeUndefined();
});

test('what is no amount is none', () => {
  expect(['', '12,5', 'ten', '1.234', '1..2'].map((one) => toMinor(one, 'EUR'))).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('an amount beyond what a float holds keeps its last cent', () => {
  expect(toMinor('9007199254740993.01', 'EUR')).toBe('900719925474099301');
});

test('an amount is shown as it would be typed', () => {
  expect(['125050', '125000', '5', '-1250'].map((one) => toTyped(one, 'EUR'))).toEqual([
    '1250.50',
    '1250',
    '0.05',
    '-12.50',
  ]);
});
