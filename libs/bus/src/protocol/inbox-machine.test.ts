import { describe, expect, test } from '@jest/globals';
import { at, AT_ONCE, committed, machine, outage, ran } from '../testing/stepped-inbox.js';

test('events of one aggregate wait for each other; other aggregates run meanwhile', () => {
  const { step } = machine();
  expect(ran(step({ kind: 'arrived', arrivals: [at('a', 1)] }))).toEqual(['a1']);
  expect(ran(step({ kind: 'arrived', arrivals: [at('a', 3), at('a', 2), at('b', 1)] }))).toEqual(['b1']);
  const effects = step({
    kind: 'committed',
    outcomes: [{ aggregateId: 'a', doneCount: 1, missingFrom: null }],
  });
  expect(effects[0]).toEqual({ kind: 'ack', tokens: [1] });
  expect(ran(effects)).toEqual(['a2 a3']);
});

test('an event that comes late while its successors run takes its place as soon as they are through', () => {
  const { step } = machine();
  step({ kind: 'arrived', arrivals: [at('a', 3), at('a', 2)] });
  step({ kind: 'arrived', arrivals: [at('a', 1)] });
  expect(
    ran(step({ kind: 'committed', outcomes: [{ aggregateId: 'a', doneCount: 0, missingFrom: 1 }] })),
  ).toEqual(['a1 a2 a3']);
});

test('draining gives back what has not begun and settles what is running', () => {
  const { step, under } = machine({ ...AT_ONCE, transactions: 1 });
  step({ kind: 'arrived', arrivals: [at('a', 1)] });
  step({ kind: 'arrived', arrivals: [at('a', 2), at('b', 1, 9)] });
  const given = step({ kind: 'drain' }).flatMap((effect) => (effect.kind === 'nak' ? effect.tokens : []));
  expect(given.sort((a, b) => a - b)).toEqual([2, 9]);
  expect(under.isQuiet).toBe(false);
  const last = step({ kind: 'committed', outcomes: [{ aggregateId: 'a', doneCount: 1, missingFrom: null }] });
  expect(last).toEqual([{ kind: 'ack', tokens: [1] }]);
  expect(under.isQuiet).toBe(true);
});

describe('a process', () => {
  test('counts what it has on hand until it is settled or given back', () => {
    const { step, under } = machine();
    expect([under.held, under.isQuiet]).toEqual([0, true]);
    step({ kind: 'arrived', arrivals: [at('a', 1), at('a', 2), at('b', 1)] });
    expect([under.held, under.isQuiet]).toEqual([3, false]);
    step(committed('a', 1));
    expect([under.held, under.isQuiet]).toEqual([2, false]);
    step(committed('a', 1));
    step(committed('b', 1));
    expect([under.held, under.isQuiet]).toEqual([0, true]);
  });

  test('is not quiet while events wait, though nothing runs', () => {
    const { step, under } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    step(outage('a'));
    expect([under.held, under.isQuiet]).toEqual([1, false]);
  });

  test('runs no more transactions at once than it may', () => {
    const { step } = machine({ ...AT_ONCE, transactions: 2, lanesPerTransaction: 1 });
    const effects = step({ kind: 'arrived', arrivals: [at('a', 1), at('b', 1), at('c', 1), at('d', 1)] });
    expect(ran(effects)).toEqual(['a1', 'b1']);
    expect(ran(step(committed('a', 1)))).toEqual(['c1']);
    expect(ran(step(outage('b')))).toEqual(['d1']);
  });

  test('that is ended by a drain settles what comes to its end and takes nothing more', () => {
    const { step, under } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1), at('b', 1)] });
    expect(step({ kind: 'drain' })).toEqual([]);
    expect(step({ kind: 'arrived', arrivals: [at('c', 1, 5), at('d', 1, null)] })).toEqual([
      { kind: 'nak', tokens: [5], delayMs: 0 },
    ]);
    expect(step(committed('a', 0, 1))).toEqual([{ kind: 'nak', tokens: [1], delayMs: 0 }]);
    const defect = {
      kind: 'failed',
      aggregateIds: ['b'],
      culprit: null,
      failure: 'defect',
      reason: 'x',
    } as const;
    expect(step(defect)).toEqual([{ kind: 'nak', tokens: [1], delayMs: 0 }]);
    expect([under.held, under.isQuiet]).toEqual([0, true]);
  });

  test('that drains while an owner is asked takes nothing of the answer', () => {
    const { step, pass, under } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 2)] });
    step(committed('a', 0, 1));
    pass(25);
    step({ kind: 'tick' });
    step(committed('a', 0, 1));
    expect(step({ kind: 'drain' })).toEqual([{ kind: 'nak', tokens: [2], delayMs: 0 }]);
    expect(step({ kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [at('a', 1, null)] })).toEqual(
      [],
    );
    expect(under.held).toBe(0);
  });
});
