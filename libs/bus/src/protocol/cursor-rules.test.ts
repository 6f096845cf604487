import { describe, expect, test } from '@jest/globals';
import { advance, decide, freed, isStillAt, judge, NEW_CURSOR, skipped } from './cursor-rules.js';
import type { Cursor } from './cursor-rules.js';
import { compareHeads } from './compare-heads.js';

const taken3: Cursor = { sequence: 3, eventId: 'e3', parkedSequence: null };
const parked: Cursor = { ...taken3, parkedSequence: 4 };
const event = (
  sequence: number,
  eventId = `e${sequence}`,
  previousId: string | null = `e${sequence - 1}`,
) => ({
  eventId,
  sequence,
  previousId,
});

describe('an event is', () => {
  test.each([
    ['the first', NEW_CURSOR, event(1, 'e1', null), 'next'],
    ['the next', taken3, event(4), 'next'],
    ['one that was taken', taken3, event(3), 'duplicate'],
    ['one that was taken long ago', taken3, event(1), 'duplicate'],
    ['one too far ahead', taken3, event(5), 'gap'],
    ['another one under a number that was taken', taken3, event(3, 'other'), 'diverged'],
    [
      'another one under a number that was taken, which names what was taken',
      taken3,
      event(3, 'x', 'e3'),
      'diverged',
    ],
    ['the next of another history', taken3, event(4, 'e4', 'other'), 'diverged'],
    ['behind a dead letter', parked, event(6), 'held'],
    ['a foreign one of an aggregate that waits already', parked, event(3, 'other'), 'held'],
  ] as const)('%s', (_what, cursor, next, verdict) => {
    expect(judge(cursor, next)).toBe(verdict);
  });
});

test('an event that its owner does not know is set aside, but only while it does not fit', () => {
  const alien = { kind: 'alien' };
  expect(decide(taken3, event(5), alien)).toBe('set-aside');
  expect(decide(taken3, event(2), alien)).toBe('skip');
  expect(decide(taken3, event(4), alien)).toBe('take');
});

test.each([
  ['the next', taken3, event(4), 'take'],
  ['one that was taken', taken3, event(2), 'skip'],
  ['one too far ahead', taken3, event(5), 'wait'],
  ['one behind a dead letter', parked, event(5), 'hold'],
  ['one of another history', taken3, event(4, 'e4', 'other'), 'park-diverged'],
] as const)('%s is decided upon', (_what, cursor, next, decision) => {
  expect(decide(cursor, next, null)).toBe(decision);
});

test('poison is parked when its turn comes; a foreign event of another history is set aside', () => {
  const poison = { kind: 'permanent' };
  expect(decide(taken3, event(4), poison)).toBe('park-poison');
  expect(decide(taken3, event(5), poison)).toBe('wait');
  expect(decide(taken3, event(4, 'e4', 'other'), poison)).toBe('park-diverged');
  expect(decide(taken3, event(4, 'e4', 'other'), { kind: 'alien' })).toBe('set-aside');
});

test.each([
  ['where it was', taken3, taken3, true],
  ['further', { ...taken3, sequence: 4 }, taken3, false],
  ['in another history', { ...taken3, eventId: 'x' }, taken3, false],
  ['behind a dead letter meanwhile', parked, taken3, false],
] as const)('what a sweep saw counts while the cursor is: %s', (_where, cursor, seen, counts) => {
  expect(isStillAt(cursor, seen)).toBe(counts);
});

test('a taken event moves the cursor to its number and its id', () => {
  expect(advance(taken3, event(4))).toEqual({ sequence: 4, eventId: 'e4', parkedSequence: null });
});

test('heads against cursors show what is missing and what does not fit', () => {
  const head = (aggregateId: string, sequence: number, eventId: string) => ({
    aggregateId,
    sequence,
    eventId,
  });
  const heads = [
    head('new', 2, 'n2'),
    head('behind', 5, 'b5'),
    head('even', 3, 'e3'),
    head('other', 3, 'o3'),
    head('restored', 1, 'e1'),
    head('renumbered', 2, 'e3'),
    head('parked', 9, 'p9'),
  ];
  const cursors = new Map([
    ...['behind', 'even', 'other', 'restored', 'renumbered', 'vanished'].map((id) => [id, taken3] as const),
    ['parked', parked] as const,
    ['vanished behind a dead letter', parked] as const,
  ]);
  expect(compareHeads(heads, cursors)).toEqual({
    behind: [
      { aggregateId: 'new', fromSequence: 1, toSequence: 2 },
      { aggregateId: 'behind', fromSequence: 4, toSequence: 5 },
    ],
    suspect: ['other', 'restored', 'renumbered', 'vanished'],
  });
});

test('after a reconciliation the owner’s history counts, from its end when the owner has fallen behind the letter', () => {
  const waits: Cursor = { ...taken3, parkedSequence: 4 };
  const redriven = { sequence: 4, kind: 'permanent' };
  const diverged = { sequence: 4, kind: 'diverged' };
  expect(freed(waits, redriven, { first: event(4), head: null })).toEqual(taken3);
  expect(freed(waits, redriven, { first: event(4, 'n4', 'n3'), head: null })).toEqual(taken3);
  expect(freed(waits, diverged, { first: event(4, 'n4', 'n3'), head: null })).toEqual({
    ...taken3,
    eventId: 'n3',
  });
  expect(freed(waits, diverged, { first: undefined, head: event(2, 'n2') })).toEqual({
    sequence: 2,
    eventId: 'n2',
    parkedSequence: null,
  });
  expect(freed(waits, diverged, { first: undefined, head: null })).toEqual(NEW_CURSOR);
});

test('a foreign event under a number that was taken does not make its owner’s event count again', () => {
  const misled: Cursor = { ...taken3, parkedSequence: 3 };
  const place = freed(misled, { sequence: 3, kind: 'diverged' }, { first: event(3), head: null });
  expect(place).toEqual(taken3);
  expect(judge(place, event(3))).toBe('duplicate');
});

test('a letter behind which the aggregate does not wait frees nothing and takes nothing back', () => {
  const went: Cursor = { sequence: 7, eventId: 'e7', parkedSequence: 8 };
  const old = { sequence: 4, kind: 'diverged' };
  expect(freed(went, old, { first: event(4), head: null })).toBe(went);
  expect(freed(went, { sequence: 8, kind: 'alien' }, { first: event(8), head: null })).toBe(went);
  expect(skipped(went, event(4))).toBe(went);
  expect(skipped(went, event(8))).toEqual({ sequence: 8, eventId: 'e8', parkedSequence: null });
});
