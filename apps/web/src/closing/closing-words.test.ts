import { expect, test } from '@jest/globals';
import type { ClosingRecord } from '@meridian/contracts-projects';
import { answerStanding, categoryWords, closingNote, endWords, sinceWords } from './closing-words.js';

const closing: ClosingRecord = {
  closingId: 'c',
  number: 1,
  state: 'open',
  isStopped: false,
  startedAt: '2026-11-23T09:00:00Z',
  startedByName: 'Anna Meyer',
  dueOn: '2026-12-23',
  leftOpen: [],
  overridden: [],
};

test('an answer is missing, open with its number, or clear', () => {
  const word = (state: 'missing' | 'open' | 'clear', openCount = 0) =>
    answerStanding({ state, openCount }).word;
  expect([word('missing'), word('open', 3), word('clear')]).toEqual(['Not answered yet', '3 open', 'Clear']);
});

test('until there is an answer it says since when it is asked', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const line = {
    owner: 'quality' as const,
    what: 'Accepted',
    state: 'missing' as const,
    openCount: 0,
    items: [],
  };
  const asked = { ...line, askedAt: '2026-11-23T09:00:00Z' };
  expect(sinceWords(asked, now)).toMatch(/^asked /);
  expect(sinceWords({ ...asked, answeredAt: '2026-11-23T10:00:00Z' }, now)).toMatch(/^since /);
});

test('a closing that runs tells its day, one that is over nothing', () => {
  expect(closingNote(closing, false)).toMatch(/^should be over by /);
  expect(closingNote(closing, true)).toMatch(/^should have been over by /);
  expect(closingNote({ ...closing, state: 'complete' }, false)).toBeUndefined();
  expect(closingNote(undefined, false)).toBeUndefined();
});

test('how a closing ended is said with who ended it', () => {
  const ended = { ...closing, endedByName: 'Sam Rossi' };
  expect(endWords({ ...ended, state: 'complete' })).toBe('Ended by Sam Rossi, everything settled');
  expect(endWords({ ...ended, state: 'overridden' })).toBe('Ended by Sam Rossi with something open');
  expect(endWords({ ...ended, state: 'withdrawn' })).toBe('Taken back into delivery by Sam Rossi');
});

test('categories of lessons are words', () => {
  expect([categoryWords('procurement'), categoryWords('other')]).toEqual(['Procurement', 'Something else']);
});
