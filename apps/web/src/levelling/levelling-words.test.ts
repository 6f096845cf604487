import { expect, test } from '@jest/globals';
import { progressWords } from './levelling-words.js';

const progress = { elapsedMs: 4000, makespanDays: 40, lowerBoundDays: 38, gap: 0.05, isOptimal: false };

test('a search tells how good the best plan so far is known to be', () => {
  expect(progressWords({ state: 'running', progress })).toMatch(
    /^All work ends after 40 working days; no plan ends before 38, so at most 5\s?% could be gained\.$/,
  );
});

test('only a proof says that nothing is better', () => {
  const proven = { ...progress, makespanDays: 38, gap: 0, isOptimal: true };
  expect(progressWords({ state: 'done', progress: proven })).toBe(
    'All work ends after 38 working days; proven: no plan ends earlier.',
  );
});

test('before the first plan it says what it waits for', () => {
  expect(progressWords({ state: 'queued' })).toBe('It begins as soon as a worker is free.');
  expect(progressWords({ state: 'running' })).toBe('No plan was found yet.');
  expect(progressWords({ state: 'done' })).toBe('The proposal stands below, with what is proven about it.');
});
