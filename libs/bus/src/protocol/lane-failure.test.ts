import { describe, expect, test } from '@jest/globals';
import { INBOX_LIMITS } from './inbox-protocol.js';
import type { Arrival } from './inbox-protocol.js';
import { newLane } from './lane.js';
import type { Lane } from './lane.js';
import { noteFailure, relax } from './lane-failure.js';
import type { LaneFailure } from './lane-failure.js';

const at = (sequence: number): Arrival => ({
  token: sequence,
  aggregateId: 'a',
  eventId: `a${sequence}`,
  sequence,
});

/** A lane whose first events are in a transaction. */
function running(count: number, more: Partial<Lane<Arrival>> = {}): Lane<Arrival> {
  const waiting = Array.from({ length: count }, (_, index) => at(index + 1));
  return { ...newLane<Arrival>('a', 0), waiting, runningCount: count, ...more };
}

function failing(more: Partial<LaneFailure> = {}): LaneFailure {
  return {
    failure: 'defect',
    reason: 'It broke.',
    culpritId: null,
    isBystander: false,
    lanesInTransaction: 1,
    ...more,
  };
}

const note = (lane: Lane<Arrival>, more: Partial<LaneFailure> = {}) =>
  noteFailure(lane, failing(more), INBOX_LIMITS);

describe('a transaction that failed', () => {
  test('has ended for the lane, whatever it failed of', () => {
    const lane = running(2);
    lane.waiting = [at(2), at(1)];
    note(lane, { failure: 'outage' });
    expect([lane.runningCount, lane.waiting.map(({ sequence }) => sequence)]).toEqual([0, [1, 2]]);
  });

  test('of an outage is nobody’s fault: the lane waits and nothing is held against it', () => {
    const lane = running(1);
    expect(note(lane, { failure: 'outage', culpritId: 'a1' })).toBe('wait');
    expect(lane).toMatchObject({ attempts: 0, suspect: null, mode: 'shared', poison: null });
  });

  test('because of another lane is tried again at once and together', () => {
    const lane = running(2);
    expect(note(lane, { isBystander: true, lanesInTransaction: 2 })).toBe('at-once');
    expect(lane).toMatchObject({ attempts: 0, suspect: null, mode: 'shared', poison: null });
  });

  test('by an event that was refused for good is not tried again with it', () => {
    const lane = running(3, { attempts: 2 });
    expect(note(lane, { failure: 'permanent', culpritId: 'a2', reason: 'No.' })).toBe('at-once');
    expect(lane.poison).toEqual({ eventIds: ['a2'], kind: 'permanent', reason: 'No.', attempts: 3 });
  });

  test('of several lanes without a culprit is tried by each lane alone', () => {
    const lane = running(2);
    expect(note(lane, { lanesInTransaction: 2 })).toBe('at-once');
    expect(lane).toMatchObject({ mode: 'alone', suspect: null, attempts: 0 });
  });

  test('of several events is tried one event at a time, and the last of them suspected', () => {
    const lane = running(3);
    expect(note(lane)).toBe('at-once');
    expect(lane).toMatchObject({ mode: 'single', suspect: 'a3', attempts: 0, poison: null });
  });

  test('of several events with a known culprit suspects it, in company too', () => {
    const lane = running(3);
    expect(note(lane, { culpritId: 'a2', lanesInTransaction: 2 })).toBe('at-once');
    expect(lane).toMatchObject({ mode: 'single', suspect: 'a2', attempts: 0, poison: null });
  });
});

describe('a reaction that did not end', () => {
  test.each([
    ['hang', 'a1', 2, true],
    ['hang', null, 1, true],
    ['hang', null, 2, false],
    ['defect', 'a1', 1, false],
  ] as const)('of a %s with culprit %s among %i lanes: hangs %s', (failure, culpritId, lanes, hangs) => {
    const lane = running(1, { hangs: !hangs });
    note(lane, { failure, culpritId, lanesInTransaction: lanes });
    expect(lane.hangs).toBe(hangs);
  });

  test('in company and of an outage says nothing new', () => {
    const lane = running(1, { hangs: true });
    note(lane, { failure: 'defect', isBystander: true, lanesInTransaction: 2 });
    lane.runningCount = 1;
    note(lane, { failure: 'outage' });
    expect(lane.hangs).toBe(true);
  });

  test('holds no place for long any more once its event is given up or something was done', () => {
    const lane = running(1, { suspect: 'a1', attempts: 1 });
    note(lane, { failure: 'hang', culpritId: 'a1' });
    expect([lane.poison?.kind, lane.hangs]).toEqual(['hang', false]);
    const done = { ...newLane<Arrival>('a', 0), suspect: 'a1', hangs: true, waiting: [at(2)] };
    relax(done);
    expect(done.hangs).toBe(false);
  });
});

describe('an event that failed alone', () => {
  test('is tried by itself after a while', () => {
    const lane = running(1);
    expect(note(lane)).toBe('wait');
    expect(lane).toMatchObject({ mode: 'single', suspect: 'a1', attempts: 1, poison: null });
  });

  test('does not inherit the attempts of the one before it', () => {
    const lane = running(1, { suspect: 'a0', attempts: 4 });
    expect(note(lane)).toBe('wait');
    expect(lane).toMatchObject({ suspect: 'a1', attempts: 1 });
  });

  test('is refused without another attempt when trying cannot help', () => {
    const lane = running(1);
    expect(note(lane, { failure: 'permanent' })).toBe('at-once');
    expect(lane.poison).toEqual({ eventIds: ['a1'], kind: 'permanent', reason: 'It broke.', attempts: 1 });
  });

  test.each([
    ['defect', 5, 'exhausted'],
    ['conflict', 10, 'exhausted'],
    ['hang', 2, 'hang'],
  ] as const)('is given up after a %s in %i attempts', (failure, attempts, kind) => {
    const lane = running(1, { suspect: 'a1', attempts: attempts - 2 });
    expect(note(lane, { failure })).toBe('wait');
    lane.runningCount = 1;
    expect(note(lane, { failure })).toBe('at-once');
    expect(lane.poison).toEqual({ eventIds: ['a1'], kind, reason: 'It broke.', attempts });
  });
});

describe('when something was done', () => {
  const held = {
    failures: 3,
    notBefore: 500,
    suspect: 'a1',
    attempts: 2,
    mode: 'single' as const,
    poison: { eventIds: ['a1'], kind: 'exhausted' as const, reason: 'It broke.', attempts: 2 },
  };

  test('nothing is held against the lane any more', () => {
    const lane = { ...newLane<Arrival>('a', 0), ...held, waiting: [at(2)] };
    relax(lane);
    expect(lane).toMatchObject({
      failures: 0,
      notBefore: 0,
      suspect: null,
      attempts: 0,
      mode: 'shared',
      poison: null,
    });
  });

  test('the event that is suspected keeps its attempts while it waits', () => {
    const lane = { ...newLane<Arrival>('a', 0), ...held, waiting: [at(1), at(2)] };
    relax(lane);
    expect(lane).toMatchObject({ ...held, failures: 0, notBefore: 0 });
  });

  test('of several that nobody announced, those that still wait remain known', () => {
    const poison = { eventIds: ['a1', 'a2'], kind: 'alien' as const, reason: 'Unknown.', attempts: 1 };
    const lane = { ...newLane<Arrival>('a', 0), poison, waiting: [at(2)] };
    relax(lane);
    expect(lane.poison).toBe(poison);
  });
});
