import { describe, expect, test } from '@jest/globals';
import { INBOX_LIMITS } from './inbox-protocol.js';
import type { Arrival, InboxEffect, InboxInput } from './inbox-protocol.js';
import { at, AT_ONCE, committed, machine, only, outage, ran } from '../testing/stepped-inbox.js';

test('when a shared transaction fails without a culprit, each aggregate is tried by itself', () => {
  const { step } = machine({ ...AT_ONCE, transactions: 1 });
  const effects = step({ kind: 'arrived', arrivals: [at('a', 1), at('b', 1), at('c', 1)] });
  expect(ran(effects)).toEqual(['a1', 'b1', 'c1']);
  const failed: InboxInput<Arrival> = {
    kind: 'failed',
    aggregateIds: ['a', 'b', 'c'],
    culprit: null,
    failure: 'conflict',
    reason: 'deadlock',
  };
  expect(ran(step(failed))).toEqual(['a1', 'b1']);
});

test('a refused event is parked without another try; those before it are taken first', () => {
  const { step } = machine();
  step({ kind: 'arrived', arrivals: [at('a', 1), at('a', 2)] });
  const effects = step({
    kind: 'failed',
    aggregateIds: ['a'],
    culprit: { aggregateId: 'a', eventId: 'a2' },
    failure: 'permanent',
    reason: 'The task is closed.',
  });
  expect(effects).toMatchObject([
    {
      kind: 'run',
      work: [{ poison: { eventIds: ['a2'], kind: 'permanent', reason: 'The task is closed.', attempts: 1 } }],
    },
  ]);
});

test('a defect is tried five times with growing pauses, an outage for ever', () => {
  const attempts = (failure: 'defect' | 'outage') => {
    const { step, pass } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    for (let tries = 1; tries <= 30; tries += 1) {
      const culprit = { aggregateId: 'a', eventId: 'a1' };
      const effects = step({ kind: 'failed', aggregateIds: ['a'], culprit, failure, reason: 'x' });
      if (effects.some((effect) => effect.kind === 'run' && effect.work[0]!.poison !== null)) return tries;
      pass(10_000);
      if (effects.some(({ kind }) => kind === 'nak')) step({ kind: 'arrived', arrivals: [at('a', 1)] });
      else step({ kind: 'tick' });
    }
    return Number.POSITIVE_INFINITY;
  };
  expect(attempts('defect')).toBe(5);
  expect(attempts('outage')).toBe(Number.POSITIVE_INFINITY);
});

test('an aggregate that has to wait long gives its events back, so that it takes no place from others', () => {
  const { step, pass, under } = machine();
  step({ kind: 'arrived', arrivals: [at('a', 1)] });
  const fail = (): InboxEffect<Arrival>[] =>
    step({
      kind: 'failed',
      aggregateIds: ['a'],
      culprit: null,
      failure: 'outage',
      reason: 'the database is away',
    });
  for (let tries = 0; tries < 4; tries += 1) {
    expect(fail()).toEqual([]);
    pass(1_000);
    step({ kind: 'tick' });
  }
  fail();
  pass(1_000);
  step({ kind: 'tick' });
  expect(fail()).toEqual([{ kind: 'nak', tokens: [1], delayMs: 1_600 }]);
  expect(under.held).toBe(0);
  expect(step({ kind: 'arrived', arrivals: [at('a', 1)] })).toEqual([
    { kind: 'nak', tokens: [1], delayMs: 1_600 },
  ]);
});

test('aggregates that hang take no place from the healthy ones', () => {
  const { step, pass, under } = machine({ ...AT_ONCE, transactions: 2 });
  for (const name of ['a', 'b', 'c']) {
    step({ kind: 'arrived', arrivals: [at(name, 1)] });
    const culprit = { aggregateId: name, eventId: `${name}1` };
    step({ kind: 'failed', aggregateIds: [name], culprit, failure: 'hang', reason: 'no end' });
  }
  pass(900);
  expect(ran(step({ kind: 'tick' }))).toEqual(['a1', 'b1']);
  expect(ran(step({ kind: 'arrived', arrivals: [at('d', 1)] }))).toEqual(['d1']);
  expect(ran(step({ kind: 'arrived', arrivals: [at('e', 1)] }))).toEqual(['e1']);
  expect(ran(step({ kind: 'arrived', arrivals: [at('h', 1)] }))).toEqual([]);
  // The third one waits for a place, not for time.
  expect(under.nextDue).toBeGreaterThan(900);
  expect(
    ran(step({ kind: 'committed', outcomes: [{ aggregateId: 'a', doneCount: 1, missingFrom: null }] })),
  ).toEqual(['c1']);
});

test('aggregates that hang leave a place to those that fail quickly', () => {
  const { step, pass } = machine({ ...AT_ONCE, transactions: 2 });
  const fail = (name: string, failure: 'hang' | 'defect') => {
    const culprit = { aggregateId: name, eventId: `${name}1` };
    return step({ kind: 'failed', aggregateIds: [name], culprit, failure, reason: 'no end' });
  };
  for (const name of ['a', 'b', 'c', 'x']) {
    step({ kind: 'arrived', arrivals: [at(name, 1)] });
    fail(name, name === 'x' ? 'defect' : 'hang');
  }
  pass(900);
  expect(ran(step({ kind: 'tick' }))).toEqual(['x1', 'a1', 'b1']);
  fail('x', 'defect');
  pass(900);
  expect(ran(step({ kind: 'tick' }))).toEqual(['x1']);
  // The second time that it hangs is the last: to be parked it stands in front of the one that still has to try.
  expect(ran(fail('a', 'hang'))).toEqual(['a1']);
  const outcomes = [{ aggregateId: 'a', doneCount: 1, missingFrom: null }];
  expect(ran(step({ kind: 'committed', outcomes }))).toEqual(['c1']);
});

test('who only shared the transaction of another one that failed runs again without waiting for company', () => {
  const { step, pass } = machine(INBOX_LIMITS);
  pass(1_000);
  expect(ran(step({ kind: 'arrived', arrivals: [at('a', 1), at('b', 1)] }))).toEqual(['a1', 'b1']);
  pass(1);
  const culprit = { aggregateId: 'a', eventId: 'a1' };
  const failed = { kind: 'failed', aggregateIds: ['a', 'b'], failure: 'defect', reason: 'no' } as const;
  expect(ran(step({ ...failed, culprit }))).toEqual(['b1']);
});

test('who only shared the transaction of a culprit goes on without a mark', () => {
  const { step } = machine({ ...AT_ONCE, transactions: 1 });
  step({ kind: 'arrived', arrivals: [at('a', 1), at('b', 1)] });
  const culprit = { aggregateId: 'b', eventId: 'b1' };
  const effects = step({
    kind: 'failed',
    aggregateIds: ['a', 'b'],
    culprit,
    failure: 'permanent',
    reason: 'No.',
  });
  expect(only(effects, 'run')[0]!.work).toMatchObject([
    { aggregateId: 'a', poison: null },
    { aggregateId: 'b', poison: { eventIds: ['b1'], reason: 'No.' } },
  ]);
});

describe('a lane that has to wait', () => {
  test('is tried again when its time has come, not before', () => {
    const { step, pass } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    step(outage('a'));
    pass(49);
    expect(ran(step({ kind: 'tick' }))).toEqual([]);
    pass(1);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a1']);
  });

  test('waits a tenth of the time after a conflict', () => {
    const { step, pass } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    step({ ...outage('a'), failure: 'conflict' });
    pass(4);
    expect(ran(step({ kind: 'tick' }))).toEqual([]);
    pass(1);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a1']);
  });

  test('takes in what comes meanwhile when the wait is short', () => {
    const { step, pass, under } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    step(outage('a'));
    expect(step({ kind: 'arrived', arrivals: [at('a', 2)] })).toEqual([]);
    expect(under.held).toBe(2);
    pass(50);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a1 a2']);
  });

  test('lets fetched events go when the wait is long, and says that it has to be compared again', () => {
    const { step, pass, under } = machine();
    step({
      kind: 'fetched',
      aggregateId: 'a',
      question: null,
      arrivals: [at('a', 1, null), at('a', 2, null)],
    });
    for (let tries = 0; tries < 5; tries += 1) {
      expect(step(outage('a'))).toEqual([]);
      pass(1_000);
      step({ kind: 'tick' });
    }
    expect(step(outage('a'))).toEqual([{ kind: 'dropped', aggregateId: 'a' }]);
    expect(under.held).toBe(0);
    expect(step({ kind: 'arrived', arrivals: [at('a', 3, null)] })).toEqual([]);
    expect(under.held).toBe(0);
  });

  test('remembers its failures for ten minutes when its events do not come back', () => {
    const waitAfter = (ms: number): number => {
      const { step, pass } = machine();
      step({ kind: 'arrived', arrivals: [at('a', 1)] });
      for (let tries = 0; tries < 6; tries += 1) {
        step(outage('a'));
        pass(1_000);
        step({ kind: 'tick' });
      }
      pass(ms);
      step({ kind: 'tick' });
      step({ kind: 'arrived', arrivals: [at('a', 1)] });
      const [nak] = only(step(outage('a')), 'nak');
      return nak?.delayMs ?? 0;
    };
    expect(waitAfter(598_000)).toBe(2_500);
    expect(waitAfter(601_000)).toBe(0);
  });

  test('is taken with fresh eyes once something was done', () => {
    const { step, pass } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1), at('a', 2)] });
    for (let tries = 0; tries < 4; tries += 1) {
      step(outage('a'));
      pass(1_000);
      step({ kind: 'tick' });
    }
    step(committed('a', 1));
    step(outage('a'));
    pass(50);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a2']);
  });
});
