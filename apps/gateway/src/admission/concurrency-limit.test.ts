import { expect, test } from '@jest/globals';
import { ConcurrencyLimit } from './concurrency-limit.js';

const settings = { start: 20, least: 4, most: 40, goalMs: 250, windowMs: 100 };

/** So many windows in which every answer takes as long as told and so many run at once. */
function windows(limit: ConcurrencyLimit, count: number, answer: { tookMs: number; running: number }): void {
  for (let now = 0; now < count * 200; now += 10) limit.answered(answer.tookMs, answer.running, now);
}

test('while answers come in time and the limit is reached, it rises to its most', () => {
  const limit = new ConcurrencyLimit(settings);
  windows(limit, 1, { tookMs: 50, running: 20 });
  expect(limit.current).toBeGreaterThan(20);
  windows(limit, 50, { tookMs: 50, running: 40 });
  expect(limit.current).toBe(40);
});

test('a limit that nobody reaches stays where it is', () => {
  const limit = new ConcurrencyLimit(settings);
  windows(limit, 50, { tookMs: 50, running: 5 });
  expect(limit.current).toBe(20);
});

test('late answers under load make it fall to its least and no further', () => {
  const limit = new ConcurrencyLimit(settings);
  windows(limit, 1, { tookMs: 900, running: 20 });
  expect(limit.current).toBeLessThan(20);
  windows(limit, 50, { tookMs: 900, running: 20 });
  expect(limit.current).toBe(4);
});

test('what is slow by itself, with few beside it, moves nothing', () => {
  const limit = new ConcurrencyLimit(settings);
  windows(limit, 50, { tookMs: 5_000, running: 3 });
  expect(limit.current).toBe(20);
});

test('one slow answer among ten is no reason to let in less', () => {
  const limit = new ConcurrencyLimit(settings);
  for (let turn = 0; turn < 30; turn += 1) limit.answered(turn % 12 === 5 ? 4_000 : 20, 20, turn * 10);
  expect(limit.current).toBeGreaterThan(20);
});

test('a few answers decide nothing', () => {
  const limit = new ConcurrencyLimit(settings);
  for (let turn = 0; turn < 9; turn += 1) limit.answered(5_000, 20, turn * 1_000);
  expect(limit.current).toBe(20);
});
