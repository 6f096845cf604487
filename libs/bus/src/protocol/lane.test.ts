import { describe, expect, test } from '@jest/globals';
import type { Arrival } from './inbox-protocol.js';
import { endRun, insertInOrder, isFree, isSpent, newLane, tokensOf } from './lane.js';

const at = (sequence: number, token: number | null = sequence): Arrival => ({
  token,
  aggregateId: 'a',
  eventId: `a${sequence}`,
  sequence,
});

function laneWith(waiting: readonly Arrival[], runningCount = 0) {
  return Object.assign(newLane<Arrival>('a', 5), { waiting: [...waiting], runningCount });
}

const sequences = (lane: { readonly waiting: readonly Arrival[] }) =>
  lane.waiting.map(({ sequence }) => sequence);

test('a new lane has nothing to do and holds nothing against anybody', () => {
  expect(newLane('a', 5)).toEqual({
    aggregateId: 'a',
    waiting: [],
    runningCount: 0,
    row: null,
    isEager: false,
    mode: 'shared',
    suspect: null,
    hangs: false,
    failures: 0,
    attempts: 0,
    notBefore: 0,
    poison: null,
    missingFrom: null,
    asked: null,
    touchedAt: 5,
  });
});

describe('an arrival', () => {
  test('takes the place of its number', () => {
    const lane = laneWith([]);
    for (const sequence of [3, 1, 4, 2]) expect(insertInOrder(lane, at(sequence))).toBe(true);
    expect(sequences(lane)).toEqual([1, 2, 3, 4]);
  });

  test('stands behind what has the same number already', () => {
    const lane = laneWith([at(1), at(2)]);
    insertInOrder(lane, { ...at(1), eventId: 'other' });
    expect(lane.waiting.map(({ eventId }) => eventId)).toEqual(['a1', 'other', 'a2']);
  });

  test('waits behind those that are running, and takes its place when they are through', () => {
    const lane = laneWith([at(2), at(3)], 2);
    insertInOrder(lane, at(1));
    expect(sequences(lane)).toEqual([2, 3, 1]);
    endRun(lane);
    expect([sequences(lane), lane.runningCount]).toEqual([[1, 2, 3], 0]);
  });

  test('adds nothing when it was fetched and is on hand already; a second delivery has to be settled', () => {
    const lane = laneWith([at(1)]);
    expect(insertInOrder(lane, at(1, null))).toBe(false);
    expect(sequences(lane)).toEqual([1]);
    expect(insertInOrder(lane, at(1, 9))).toBe(true);
    expect(insertInOrder(lane, at(2, null))).toBe(true);
    expect(sequences(lane)).toEqual([1, 1, 2]);
  });
});

test('only what the broker delivered has to be settled', () => {
  expect(tokensOf([at(1, 7), at(2, null), at(3, 0)])).toEqual([7, 0]);
});

test('a lane is free when nothing of it runs and nobody is asked', () => {
  expect(isFree(newLane('a', 0))).toBe(true);
  expect(isFree({ ...newLane('a', 0), runningCount: 1 })).toBe(false);
  expect(isFree({ ...newLane('a', 0), asked: { number: 1, waiting: [] } })).toBe(false);
});

test('a lane is spent when there is nothing to do and nothing to remember', () => {
  expect(isSpent(newLane('a', 0))).toBe(true);
  for (const left of [
    { waiting: [at(1)] },
    { runningCount: 1 },
    { asked: { number: 1, waiting: [] } },
    { failures: 1 },
  ])
    expect(isSpent({ ...newLane<Arrival>('a', 0), ...left })).toBe(false);
});
