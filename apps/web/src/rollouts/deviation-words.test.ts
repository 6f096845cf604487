import { expect, test } from '@jest/globals';
import { deviationWords } from './deviation-words.js';
import { durationWords } from './duration-words.js';

test('only what is other is told', () => {
  expect(deviationWords({ added: 2, removed: 0, changed: 1 })).toBe('2 added, 1 changed');
  expect(deviationWords({ added: 0, removed: 0, changed: 0 })).toBe('as the template');
});

test('a duration is told in days of eight hours, or in hours, and clock time as such', () => {
  expect(durationWords({ durationMinutes: 2400, isElapsed: false })).toBe('5 d');
  expect(durationWords({ durationMinutes: 90, isElapsed: false })).toBe('1.5 h');
  expect(durationWords({ durationMinutes: 2880, isElapsed: true })).toBe('2 d of clock time');
});
