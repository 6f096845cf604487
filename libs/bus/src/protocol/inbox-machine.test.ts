import { describe, expect, test } from '@jest/globals';
import { InboxMachine } from './inbox-machine.js';
import { INBOX_LIMITS, poisonOf } from './inbox-protocol.js';
import type { Arrival, InboxEffect, InboxInput } from './inbox-protocol.js';

/** Nothing waits for company. */
const AT_ONCE = { ...INBOX_LIMITS, lanesThatFill: 1, gatherMs: { eager: 0, calm: 0 } };

const at = (aggregateId: string, sequence: number, token: number | null = sequence): Arrival => ({
  token,
  aggregateId,
  eventId: `${aggregateId}${sequence}`,
  sequence,
});

/** The machine with a clock that the test moves. */
function machine(limits = AT_ONCE) {
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
  const { step, pass, under } = machine();
  for (const name of ['a', 'b', 'c']) {
    step({ kind: 'arrived', arrivals: [at(name, 1)] });
    const culprit = { aggregateId: name, eventId: `${name}1` };
    step({ kind: 'failed', aggregateIds: [name], culprit, failure: 'hang', reason: 'no end' });
  }
  pass(900);
  expect(ran(step({ kind: 'tick' }))).toEqual(['a1', 'b1']);
  expect(ran(step({ kind: 'arrived', arrivals: [at('d', 1)] }))).toEqual(['d1']);
  for (const name of ['e', 'f', 'g'])
    expect(ran(step({ kind: 'arrived', arrivals: [at(name, 1)] }))).toEqual([`${name}1`]);
  expect(ran(step({ kind: 'arrived', arrivals: [at('h', 1)] }))).toEqual([]);
  // The third one waits for a place, not for time.
  expect(under.nextDue).toBeGreaterThan(900);
  expect(
    ran(step({ kind: 'committed', outcomes: [{ aggregateId: 'a', doneCount: 1, missingFrom: null }] })),
  ).toEqual(['c1']);
});

test('aggregates that hang leave a place to those that fail quickly', () => {
  const { step, pass } = machine();
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

/** Effects of a kind. */
function only<K extends InboxEffect<Arrival>['kind']>(
  effects: readonly InboxEffect<Arrival>[],
  kind: K,
): Extract<InboxEffect<Arrival>, { kind: K }>[] {
  return effects.filter(
    (effect): effect is Extract<InboxEffect<Arrival>, { kind: K }> => effect.kind === kind,
  );
}

const committed = (aggregateId: string, doneCount: number, missingFrom: number | null = null) =>
  ({ kind: 'committed', outcomes: [{ aggregateId, doneCount, missingFrom }] }) as const;
const outage = (...aggregateIds: readonly string[]) =>
  ({ kind: 'failed', aggregateIds, culprit: null, failure: 'outage', reason: 'away' }) as const;

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

describe('time', () => {
  test('is due when a lane may run again, and three seconds after the last extension while anything is on hand', () => {
    const { step, pass, under } = machine();
    expect(under.nextDue).toBe(Number.POSITIVE_INFINITY);
    pass(10_000);
    step({ kind: 'tick' });
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    expect(under.nextDue).toBe(13_000);
    step(outage('a'));
    expect(under.nextDue).toBe(10_050);
    pass(50);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a1']);
    expect(under.nextDue).toBe(13_000);
  });

  test('does not wait for lanes that ask their owner', () => {
    const { step, pass, under } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 2)] });
    step(committed('a', 0, 1));
    expect(under.nextDue).toBe(25);
    pass(25);
    step({ kind: 'tick' });
    step(committed('a', 0, 1));
    expect(under.nextDue).toBe(3_000);
  });

  test('is due when what came right after another transaction has waited for company, and a place is free', () => {
    const { step, pass, under } = machine({ ...INBOX_LIMITS, transactions: 2 });
    pass(1_000);
    expect(ran(step({ kind: 'arrived', arrivals: [at('a', 1)] }))).toEqual(['a1']);
    pass(2);
    expect(ran(step({ kind: 'arrived', arrivals: [at('b', 1)] }))).toEqual([]);
    expect(under.nextDue).toBe(1_006);
    pass(4);
    expect(ran(step({ kind: 'tick' }))).toEqual(['b1']);
    step({ kind: 'arrived', arrivals: [at('c', 1)] });
    pass(6);
    expect(ran(step({ kind: 'tick' }))).toEqual([]);
    expect(under.nextDue).toBe(3_000);
    expect(ran(step(committed('b', 1)))).toEqual(['c1']);
  });

  test('what nobody reacts to takes its time, until something comes behind it that matters', () => {
    const { step, pass, under } = machine(INBOX_LIMITS);
    const idle = (id: string, sequence: number) => ({ ...at(id, sequence), isPassedOver: true });
    pass(1_000);
    expect(ran(step({ kind: 'arrived', arrivals: [idle('a', 1)] }))).toEqual(['a1']);
    step(committed('a', 1));
    pass(10);
    expect(ran(step({ kind: 'arrived', arrivals: [idle('a', 2), idle('b', 1)] }))).toEqual([]);
    expect(under.nextDue).toBe(1_100);
    expect(ran(step({ kind: 'arrived', arrivals: [at('a', 3)] }))).toEqual(['a2 a3']);
    step(committed('a', 2));
    pass(90);
    expect(ran(step({ kind: 'tick' }))).toEqual(['b1']);
  });

  test('hurries as soon as one of those that wait matters, whoever stands beside it', () => {
    const { step, pass, under } = machine(INBOX_LIMITS);
    pass(1_000);
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    step({ kind: 'arrived', arrivals: [at('a', 2), { ...at('a', 3), isPassedOver: true }] });
    pass(2);
    expect(ran(step(committed('a', 1)))).toEqual([]);
    expect(under.nextDue).toBe(1_006);
  });

  test('extends what is on hand every three seconds, running or waiting', () => {
    const { step, pass } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1, 1)] });
    step({ kind: 'arrived', arrivals: [at('a', 2, 2), at('a', 3, null)] });
    pass(2_999);
    expect(step({ kind: 'tick' })).toEqual([]);
    pass(1);
    expect(step({ kind: 'tick' })).toEqual([{ kind: 'extend', tokens: [1, 2] }]);
    pass(2_999);
    expect(step({ kind: 'tick' })).toEqual([]);
    pass(1);
    expect(only(step({ kind: 'tick' }), 'extend')).toHaveLength(1);
  });
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
