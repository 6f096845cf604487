import { expect, test } from '@jest/globals';
import { weeklyThroughput } from './throughput.js';

test('throughput counts complete weeks, also those in which nothing was finished', () => {
  const finished = [
    { doneOn: '2026-03-04', points: 3 },
    { doneOn: '2026-03-09', points: 5 },
    { doneOn: '2026-03-15', points: null },
    { doneOn: '2026-03-25', points: 8 },
    { doneOn: '2026-03-31', points: 8 },
  ];
  expect(weeklyThroughput(finished, { since: '2026-03-04', today: '2026-04-01' })).toEqual([
    { weekOf: '2026-03-09', items: 2, points: 5 },
    { weekOf: '2026-03-16', items: 0, points: 0 },
    { weekOf: '2026-03-23', items: 1, points: 8 },
  ]);
});

test('a week counts from its Monday on, and only the last 26 count', () => {
  expect(weeklyThroughput([], { since: '2026-03-02', today: '2026-03-08' })).toEqual([]);
  expect(weeklyThroughput([], { since: '2026-03-02', today: '2026-03-09' })).toHaveLength(1);
  expect(weeklyThroughput([], { since: '2020-01-01', today: '2026-03-09' })).toHaveLength(26);
});
