import { expect, test } from '@jest/globals';
import { InboxMachine } from './inbox-machine.js';
import { INBOX_LIMITS } from './inbox-protocol.js';
import type { Arrival, InboxEffect, InboxInput } from './inbox-protocol.js';

const at = (aggregateId: string, sequence: number, token: number | null = sequence): Arrival => ({
  token,
  aggregateId,
  eventId: `${aggregateId}${sequence}`,
  sequence,
});

/** The machine with a clock that the test moves. */
function machine(limits = INBOX_LIMITS) {
  const under = new InboxMachine<Arrival>(limits);
  let now = 0;
  return {
    under,
    pass: (ms: number) => (now += ms),
    step: (input: InboxInput<Arrival>): InboxEffect<Arrival>[] => under.step(input, { now, random: 0 }),
  };
}

function ran(effects: readonly InboxEffect<Arrival>[]): string[] {
  return effects.flatMap((effect) =>
    effect.kind === 'run'
      ? effect.work.map(({ arrivals }) => arrivals.map(({ eventId }) => eventId).join(' '))
      : [],
  );
}

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
  expect(step(gap)).toEqual([{ kind: 'fetch', aggregateId: 'a', fromSequence: 1 }]);
  const [run] = step({ kind: 'fetched', aggregateId: 'a', arrivals: [] });
  expect(run).toMatchObject({ kind: 'run', work: [{ poison: { eventId: 'a2', kind: 'alien' } }] });
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
  expect(step({ kind: 'fetched', aggregateId: 'a', arrivals: [] })).toMatchObject([
    { kind: 'run', work: [{ poison: { eventId: 'a3', kind: 'alien' } }] },
  ]);
});

test('when a shared transaction fails without a culprit, each aggregate is tried by itself', () => {
  const { step } = machine({ ...INBOX_LIMITS, transactions: 1 });
  const effects = step({ kind: 'arrived', arrivals: [at('a', 1), at('b', 1), at('c', 1)] });
  expect(ran(effects)).toEqual(['a1', 'b1', 'c1']);
  const failed: InboxInput<Arrival> = {
    kind: 'failed',
    aggregateIds: ['a', 'b', 'c'],
    culprit: null,
    failure: 'conflict',
    reason: 'deadlock',
  };
  expect(ran(step(failed))).toEqual(['a1']);
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
      work: [{ poison: { eventId: 'a2', kind: 'permanent', reason: 'The task is closed.', attempts: 1 } }],
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

test('aggregates that hang take half of the places at most; the healthy ones go on', () => {
  const { step, pass, under } = machine();
  for (const name of ['a', 'b', 'c']) {
    step({ kind: 'arrived', arrivals: [at(name, 1)] });
    const culprit = { aggregateId: name, eventId: `${name}1` };
    step({ kind: 'failed', aggregateIds: [name], culprit, failure: 'hang', reason: 'no end' });
  }
  pass(900);
  expect(ran(step({ kind: 'tick' }))).toEqual(['a1', 'b1']);
  expect(ran(step({ kind: 'arrived', arrivals: [at('d', 1)] }))).toEqual(['d1']);
  expect(ran(step({ kind: 'arrived', arrivals: [at('e', 1)] }))).toEqual(['e1']);
  // The third one waits for a place, not for time.
  expect(under.nextDue).toBeGreaterThan(900);
  expect(
    ran(step({ kind: 'committed', outcomes: [{ aggregateId: 'a', doneCount: 1, missingFrom: null }] })),
  ).toEqual(['c1']);
});

test('draining gives back what has not begun and settles what is running', () => {
  const { step, under } = machine({ ...INBOX_LIMITS, transactions: 1 });
  step({ kind: 'arrived', arrivals: [at('a', 1)] });
  step({ kind: 'arrived', arrivals: [at('a', 2), at('b', 1, 9)] });
  const given = step({ kind: 'drain' }).flatMap((effect) => (effect.kind === 'nak' ? effect.tokens : []));
  expect(given.sort((a, b) => a - b)).toEqual([2, 9]);
  expect(under.isQuiet).toBe(false);
  const last = step({ kind: 'committed', outcomes: [{ aggregateId: 'a', doneCount: 1, missingFrom: null }] });
  expect(last).toEqual([{ kind: 'ack', tokens: [1] }]);
  expect(under.isQuiet).toBe(true);
});
