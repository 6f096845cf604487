import { expect, test } from '@jest/globals';
import { backoffMs, withJitter } from './backoff.js';

test('every failure doubles the pause, up to a cap', () => {
  const pauses = [1, 2, 3, 4, 5].map((failures) => backoffMs(failures, { firstMs: 100, capMs: 1_000 }));
  expect(pauses).toEqual([100, 200, 400, 800, 1_000]);
});

test('before the first failure the pause is the first one', () => {
  expect(backoffMs(0, { firstMs: 100, capMs: 1_000 })).toBe(100);
});

test('a pause without a cap stays a number that timers know', () => {
  expect(backoffMs(5_000, { firstMs: 1, capMs: Number.POSITIVE_INFINITY })).toBe(2 ** 30);
});

test('jitter takes up to half of the pause away', () => {
  expect([0, 0.5, 0.999].map((random) => withJitter(1_000, random))).toEqual([500, 750, 1_000]);
});
