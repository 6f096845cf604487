import { expect, test } from '@jest/globals';
import { workUntil } from './work-until.js';

// Monday to Friday, forty hours.
const week = { start: '2026-11-23', finish: '2026-11-27', workMinutes: 2400 };

test('work that starts after the last day is nothing, work that ends by then stays', () => {
  expect(workUntil(week, '2026-11-22')).toBeNull();
  expect(workUntil(week, '2026-11-27')).toEqual(week);
});

test('work that runs over the last day keeps its share of working days', () => {
  expect(workUntil(week, '2026-11-24')).toEqual({ ...week, finish: '2026-11-24', workMinutes: 960 });
  const fortnight = { start: '2026-11-23', finish: '2026-12-04', workMinutes: 4800 };
  expect(workUntil(fortnight, '2026-11-29')?.workMinutes).toBe(2400);
});

test('work on days off only is kept: it falls on the day it starts on', () => {
  const weekend = { start: '2026-11-28', finish: '2026-11-29', workMinutes: 300 };
  expect(workUntil(weekend, '2026-11-28')).toEqual({ ...weekend, finish: '2026-11-28' });
});
