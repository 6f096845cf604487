import { expect, test } from '@jest/globals';
import { InboxMachine } from './inbox-machine.js';
import { INBOX_LIMITS } from './inbox-protocol.js';
import type { Arrival, InboxEffect, InboxInput } from './inbox-protocol.js';

const at = (sequence: number, token: number | null = sequence): Arrival => ({
  token,
  aggregateId: 'a',
  eventId: `a${sequence}`,
  sequence,
});
const committed = (doneCount: number, missingFrom: number | null = null): InboxInput<Arrival> => ({
  kind: 'committed',
  outcomes: [{ aggregateId: 'a', doneCount, missingFrom }],
});
const OUTAGE: InboxInput<Arrival> = {
  kind: 'failed',
  aggregateIds: ['a'],
  culprit: null,
  failure: 'outage',
  reason: 'away',
};

/** A machine with one aggregate, a clock that the test moves, and chance as the test wants it. */
function machine() {
  const under = new InboxMachine<Arrival>({
    ...INBOX_LIMITS,
    lanesThatFill: 1,
    gatherMs: { eager: 0, calm: 0 },
  });
  let now = 0;
  const step = (input: InboxInput<Arrival>, random = 0): InboxEffect<Arrival>[] =>
    under.step(input, { now, random });
  const pass = (ms: number): InboxEffect<Arrival>[] => {
    now += ms;
    return step({ kind: 'tick' });
  };
  return { under, step, pass };
}

/** One event that failed so many times, a second apart, in an outage; then a second more. */
function afterOutages(count: number) {
  const one = machine();
  one.step({ kind: 'arrived', arrivals: [at(1)] });
  for (let tries = 0; tries < count; tries += 1) {
    one.step(OUTAGE);
    one.pass(1_000);
  }
  return one;
}

test('events that come when less than a second of a long wait is left are kept', () => {
  const early = afterOutages(5);
  early.step(OUTAGE);
  early.pass(599);
  expect(early.step({ kind: 'arrived', arrivals: [at(2)] })).toEqual([
    { kind: 'nak', tokens: [2], delayMs: 1_001 },
  ]);
  early.pass(1);
  expect(early.step({ kind: 'arrived', arrivals: [at(2)] })).toEqual([]);
  expect(early.under.held).toBe(1);
});

test('a wait of just a second is waited out with the events on hand', () => {
  const { step, under } = afterOutages(4);
  expect(step(OUTAGE, 0.25)).toEqual([]);
  expect(under.held).toBe(1);
});

test('an aggregate whose events were given back is not waited for', () => {
  const { step, under } = afterOutages(5);
  step(OUTAGE);
  expect([under.held, under.nextDue]).toEqual([0, Number.POSITIVE_INFINITY]);
});

test('a transaction that did nothing mends nothing: the next failure counts on', () => {
  const { step, pass, under } = machine();
  step({ kind: 'arrived', arrivals: [at(2)] });
  step(OUTAGE);
  pass(50);
  step(committed(0, 1));
  pass(25);
  step(OUTAGE);
  expect(under.nextDue).toBe(75 + 100);
});

test('what came while its owner was asked is not taken for the event that fits nowhere', () => {
  const { step, pass } = machine();
  step({ kind: 'arrived', arrivals: [at(2)] });
  step(committed(0, 1));
  pass(25);
  step(committed(0, 1));
  step({ kind: 'arrived', arrivals: [at(1)] });
  expect(step({ kind: 'fetched', aggregateId: 'a', question: 1, arrivals: [] })).toMatchObject([
    { kind: 'run', work: [{ poison: { eventIds: ['a2'], kind: 'alien' } }] },
  ]);
});

test('failures are remembered for ten minutes after the last attempt', () => {
  const waitAfter = (ms: number): number => {
    const { step, pass } = afterOutages(6);
    pass(ms);
    step({ kind: 'arrived', arrivals: [at(1)] });
    const [nak] = step(OUTAGE).filter(({ kind }) => kind === 'nak');
    return nak?.kind === 'nak' ? nak.delayMs : 0;
  };
  expect(waitAfter(599_000)).toBe(2_500);
  expect(waitAfter(599_001)).toBe(0);
});
