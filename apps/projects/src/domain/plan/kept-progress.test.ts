import { expect, test } from '@jest/globals';
import { keptProgress } from './kept-progress.js';

const line = {
  isSummary: false,
  isActive: true,
  durationMinutes: 960,
  idleMinutes: 0,
  pauses: [],
  percentComplete: 10,
  actualStart: '2026-03-02T08:00:00',
  actualFinish: null,
  remainingMinutes: 864,
};
const untouched = { ...line, percentComplete: 0, actualStart: null, remainingMinutes: null };
const reported = { percentComplete: 50, actualStart: '2026-03-03T08:00:00', actualFinish: null };
const none = { percentComplete: 0, actualStart: null, actualFinish: null };

test('reported progress outlives an import, and what remains follows the new duration', () => {
  expect(keptProgress(untouched, reported)).toMatchObject({ ...reported, remainingMinutes: 480 });
});

test('a file with progress of its own counts for what people report by hand', () => {
  expect(keptProgress(line, reported)).toBe(line);
});

test('a file never says how far a task is that has items of the backlog', () => {
  expect(keptProgress(line, { ...reported, followsItems: true })).toMatchObject(reported);
  expect(keptProgress(line, { ...none, followsItems: true })).toMatchObject({
    ...none,
    remainingMinutes: null,
  });
});

test('a summary takes over nothing', () => {
  const summary = { ...line, isSummary: true };
  expect(keptProgress(summary, { ...reported, followsItems: true })).toBe(summary);
});
