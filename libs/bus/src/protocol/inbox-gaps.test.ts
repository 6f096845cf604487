import { describe, expect, test } from '@jest/globals';
import { poisonOf } from './inbox-protocol.js';
import type { Arrival, InboxInput } from './inbox-protocol.js';
import { at, committed, machine, only, outage, ran } from '../testing/stepped-inbox.js';

test('an owner that is away keeps nothing waiting that has come meanwhile', () => {
  const { step, pass } = machine();
  const gap: InboxInput<Arrival> = {
    kind: 'committed',
    outcomes: [{ aggregateId: 'a', doneCount: 0, missingFrom: 1 }],
  };
  step({ kind: 'arrived', arrivals: [at('a', 2)] });
  step(gap);
  pass(25);
  expect(ran(step({ kind: 'tick' }))).toEqual(['a2']);
  step({ kind: 'arrived', arrivals: [at('a', 1)] });
  expect(step(gap)).toMatchObject([
    { kind: 'run', work: [{ arrivals: [{ sequence: 1 }, { sequence: 2 }] }] },
  ]);
});

test('a gap is given a moment, then asked from the owner; what the owner never announced is set aside', () => {
  const { step, pass } = machine();
  step({ kind: 'arrived', arrivals: [at('a', 2)] });
  const gap: InboxInput<Arrival> = {
    kind: 'committed',
    outcomes: [{ aggregateId: 'a', doneCount: 0, missingFrom: 1 }],
  };
  expect(step(gap)).toEqual([]);
  pass(25);
  step({ kind: 'tick' });
  expect(step(gap)).toEqual([{ kind: 'fetch', aggregateId: 'a', fromSequence: 1, question: 1 }]);
  const [run] = step({ kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [] });
  expect(run).toMatchObject({ kind: 'run', work: [{ poison: { eventIds: ['a2'], kind: 'alien' } }] });
});

test('an event that comes while the owner is asked is not blamed for the one that was asked about', () => {
  const { step, pass } = machine();
  const gap: InboxInput<Arrival> = {
    kind: 'committed',
    outcomes: [{ aggregateId: 'a', doneCount: 0, missingFrom: 2 }],
  };
  step({ kind: 'arrived', arrivals: [at('a', 3)] });
  step(gap);
  pass(25);
  step({ kind: 'tick' });
  step(gap);
  step({ kind: 'arrived', arrivals: [at('a', 1)] });
  expect(step({ kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [] })).toMatchObject([
    { kind: 'run', work: [{ poison: { eventIds: ['a3'], kind: 'alien' } }] },
  ]);
});

/** Two foreign events wait twice each for an event that their owner does not have; it was asked once. */
function besieged() {
  const under = machine();
  const foreign = (eventId: string, token: number): Arrival => ({ ...at('a', 6, token), eventId });
  const gap: InboxInput<Arrival> = {
    kind: 'committed',
    outcomes: [{ aggregateId: 'a', doneCount: 0, missingFrom: 5 }],
  };
  under.step({
    kind: 'arrived',
    arrivals: [foreign('old', 1), foreign('forged', 2), foreign('old', 3), foreign('forged', 4)],
  });
  under.step(gap);
  under.pass(25);
  under.step({ kind: 'tick' });
  const [fetch] = under.step(gap);
  expect(fetch).toEqual({ kind: 'fetch', aggregateId: 'a', fromSequence: 5, question: 1 });
  return { ...under, gap };
}

test('one answer judges every event that waited when the owner was asked, however often each of them came', () => {
  const { step } = besieged();
  const [run] = step({ kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [] });
  const [lane] = run!.kind === 'run' ? run!.work : [];
  expect(lane!.arrivals.map(({ eventId }) => poisonOf(lane!, eventId)?.kind)).toEqual(Array(4).fill('alien'));
});

test('an answer says nothing about what came after the question', () => {
  const { step } = besieged();
  step({ kind: 'arrived', arrivals: [at('a', 6, 5), at('a', 7)] });
  const [run] = step({ kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [] });
  const [lane] = run!.kind === 'run' ? run!.work : [];
  expect(lane!.arrivals.filter(({ eventId }) => poisonOf(lane!, eventId) === null)).toEqual([
    at('a', 6, 5),
    at('a', 7),
  ]);
});

test('an answer that comes after the gap was closed another way judges nothing, nor does it when the owner is asked again', () => {
  const { step, pass, gap } = besieged();
  const offered: InboxInput<Arrival> = {
    kind: 'fetched',
    aggregateId: 'a',
    question: null,
    arrivals: [at('a', 4, null)],
  };
  const late: InboxInput<Arrival> = { kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [] };
  const lateFailure: InboxInput<Arrival> = { kind: 'fetch-failed', aggregateId: 'a', question: 1 };
  expect(step(offered)).toMatchObject([{ kind: 'run', work: [{ poison: null }] }]);
  expect(step(late)).toEqual([]);
  expect(step(lateFailure)).toEqual([]);
  step({ kind: 'committed', outcomes: [{ aggregateId: 'a', doneCount: 1, missingFrom: 5 }] });
  pass(25);
  step({ kind: 'tick' });
  expect(step(gap)).toEqual([{ kind: 'fetch', aggregateId: 'a', fromSequence: 5, question: 2 }]);
  expect(step(late)).toEqual([]);
  expect(step(lateFailure)).toEqual([]);
  const five: InboxInput<Arrival> = {
    kind: 'fetched',
    aggregateId: 'a',
    question: 2,
    arrivals: [at('a', 5, null)],
  };
  expect(step(five)).toMatchObject([{ kind: 'run', work: [{ poison: null }] }]);
});

describe('a gap', () => {
  /** Asks the owner of `a` for event 1; event 2 waits. */
  function asking() {
    const under = machine();
    under.step({ kind: 'arrived', arrivals: [at('a', 2)] });
    under.step(committed('a', 0, 1));
    under.pass(25);
    under.step({ kind: 'tick' });
    under.step(committed('a', 0, 1));
    return under;
  }

  test('is closed by the owner’s answer, in order', () => {
    const { step, under } = asking();
    const effects = step({ kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [at('a', 1, null)] });
    expect(ran(effects)).toEqual(['a1 a2']);
    expect(only(effects, 'run')[0]!.work[0]!.poison).toBeNull();
    expect(under.held).toBe(2);
    expect(step(committed('a', 2))).toEqual([{ kind: 'ack', tokens: [2] }]);
  });

  test('keeps its aggregate from running until the owner has answered', () => {
    const { step } = asking();
    expect(ran(step({ kind: 'arrived', arrivals: [at('a', 1)] }))).toEqual([]);
    expect(ran(step({ kind: 'tick' }))).toEqual([]);
  });

  test('is asked about again after a while when the owner was away', () => {
    const { step, pass } = asking();
    expect(step({ kind: 'fetch-failed', aggregateId: 'a', question: 1 })).toEqual([]);
    pass(49);
    expect(ran(step({ kind: 'tick' }))).toEqual([]);
    pass(1);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a2']);
    expect(step(committed('a', 0, 1))).toEqual([
      { kind: 'fetch', aggregateId: 'a', fromSequence: 1, question: 2 },
    ]);
  });

  test('at another place is given its own moment', () => {
    const { step, pass } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 3)] });
    step(committed('a', 0, 1));
    pass(25);
    step({ kind: 'tick' });
    expect(step(committed('a', 0, 2))).toEqual([]);
    pass(24);
    expect(ran(step({ kind: 'tick' }))).toEqual([]);
    pass(1);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a3']);
    expect(step(committed('a', 0, 2))).toEqual([
      { kind: 'fetch', aggregateId: 'a', fromSequence: 2, question: 1 },
    ]);
  });

  test('that was closed once is given a moment again', () => {
    const { step, pass } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 2)] });
    step(committed('a', 0, 1));
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    pass(25);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a1 a2']);
    step({ kind: 'arrived', arrivals: [at('a', 4)] });
    expect(step(committed('a', 2))[0]).toEqual({ kind: 'ack', tokens: [1, 2] });
    expect(step(committed('a', 0, 1))).toEqual([]);
  });

  test('behind which nothing waits any more is forgotten', () => {
    const { step } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    expect(step(committed('a', 1, 2))).toEqual([{ kind: 'ack', tokens: [1] }]);
  });

  test('says which event its owner cannot have announced, and why', () => {
    const { step } = asking();
    const [run] = only(step({ kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [] }), 'run');
    expect(run!.work[0]!.poison).toEqual({
      eventIds: ['a2'],
      kind: 'alien',
      reason: 'Its owner had no event 1 of this aggregate, so it cannot have announced a later one.',
      attempts: 1,
    });
  });

  test('is not proved by events that nobody asked for', () => {
    const { step } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 2)] });
    step(outage('a'));
    const effects = step({ kind: 'fetched', aggregateId: 'a', question: null, arrivals: [] });
    expect(effects).toEqual([]);
  });
});

test('an event that was fetched and is on hand already counts once', () => {
  const { step, under } = machine();
  step({ kind: 'arrived', arrivals: [at('a', 1)] });
  step({ kind: 'fetched', aggregateId: 'a', question: null, arrivals: [at('a', 1, null), at('a', 2, null)] });
  expect(under.held).toBe(2);
});
