import { expect, test } from '@jest/globals';
import { figureWords, thresholdWords } from './figure-words.js';

test('shares are percent, indices have two places, invalid dates are counted', () => {
  expect(figureWords({ point: 1, value: 0.842, count: 16 })).toMatch(/^84\.2\s?%$/);
  expect(figureWords({ point: 13, value: 0.9474, count: 36 })).toBe('0.95');
  expect(figureWords({ point: 9, value: 3, count: 3 })).toBe('3');
});

test('the critical path test is told in words, and what cannot be counted as a dash', () => {
  expect(figureWords({ point: 12, value: 1, count: 600, atLeast: 1 })).toBe('moves');
  expect(figureWords({ point: 12, value: 0.5, count: 300, atLeast: 1 })).toBe('does not move');
  expect(figureWords({ point: 11, count: 0 })).toBe('–');
});

test('a variant is written as its point is', () => {
  expect(figureWords({ value: 1.025, count: 820 }, 13)).toBe('1.03');
});

test('what is wanted is written in the same unit', () => {
  expect(thresholdWords({ point: 14, count: 0, atLeast: 0.95 })).toBe('at least 0.95');
  expect(thresholdWords({ point: 2, count: 0, atMost: 0 })).toMatch(/^at most 0\s?%$/);
});
