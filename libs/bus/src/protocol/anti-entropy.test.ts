import { describe, expect, test } from '@jest/globals';
import { lookAgainRound, sweepRound, SWEEP_OPTIONS } from './anti-entropy.js';
import type { HeadPage, OwnedEvent, SweepAnswer, SweepQuestion, SweepRound } from './anti-entropy.js';
import type { Cursor } from './cursor-rules.js';

type Question = SweepQuestion<OwnedEvent>;

const event = (aggregateId: string, sequence: number, eventId = `${aggregateId}${sequence}`): OwnedEvent => ({
  aggregateId,
  sequence,
  eventId,
  previousId: sequence === 1 ? null : `${aggregateId}${sequence - 1}`,
});
const head = (aggregateId: string, sequence: number) => event(aggregateId, sequence);
const taken = (aggregateId: string, sequence: number, parkedSequence: number | null = null) =>
  [aggregateId, { sequence, eventId: `${aggregateId}${sequence}`, parkedSequence }] as const;
const page = (heads: readonly OwnedEvent[], more: Partial<HeadPage> = {}): HeadPage => ({
  heads,
  after: null,
  horizon: 'h1',
  isComplete: true,
  ...more,
});
const cursors = (...entries: readonly (readonly [string, Cursor])[]) => new Map(entries);

/** Answers the questions of a round in turn; what it asked and what came of it. */
function played<R>(round: SweepRound<OwnedEvent, R>, answers: readonly SweepAnswer<OwnedEvent>[]) {
  const asked: Question[] = [];
  let step = round.next();
  for (const answer of answers) {
    if (step.done === true) throw new Error(`The round asked only ${asked.length} questions.`);
    asked.push(step.value);
    step = round.next(answer);
  }
  if (step.done !== true) throw new Error(`The round goes on and asks ${JSON.stringify(step.value)}.`);
  return { asked, result: step.value };
}

const listed = (after: string | null, since: string | null = null): Question => ({
  kind: 'list-heads',
  after,
  since,
  limit: SWEEP_OPTIONS.headsPerPage,
});

describe('a round of anti-entropy', () => {
  test('asks for nothing else where everything was taken', () => {
    const { asked, result } = played(sweepRound(null), [page([head('a', 2)]), cursors(taken('a', 2))]);
    expect(asked).toEqual([listed(null), { kind: 'cursors-between', after: null, upTo: null }]);
    expect(result).toBe('h1');
  });

  test('looks only at what is new when it is asked for that', () => {
    const { asked } = played(sweepRound('h0'), [
      page([head('a', 2)], { isComplete: false }),
      cursors(taken('a', 2)),
    ]);
    expect(asked).toEqual([listed(null, 'h0'), { kind: 'cursors-of', aggregateIds: ['a'] }]);
  });

  test('goes through all pages; the next round begins where the first page was written', () => {
    const { asked, result } = played(sweepRound(null), [
      page([head('a', 1), head('b', 1)], { after: 'b' }),
      cursors(taken('a', 1), taken('b', 1)),
      page([head('c', 1)], { horizon: 'h2' }),
      cursors(taken('c', 1)),
    ]);
    expect(asked).toEqual([
      listed(null),
      { kind: 'cursors-between', after: null, upTo: 'b' },
      listed('b'),
      { kind: 'cursors-between', after: 'b', upTo: null },
    ]);
    expect(result).toBe('h1');
  });

  test('gives events that are on their way a moment, and then fetches nothing', () => {
    const { asked } = played(sweepRound(null), [
      page([head('a', 2)]),
      cursors(taken('a', 1)),
      undefined,
      cursors(taken('a', 2)),
      undefined,
    ]);
    expect(asked.map(({ kind }) => kind)).toEqual([
      'list-heads',
      'cursors-between',
      'pause',
      'cursors-between',
      'watch',
    ]);
    expect(asked[4]).toEqual({ kind: 'watch', aggregateIds: [] });
  });

  test('fetches what is missing until it has all of it, and watches over it', () => {
    const missing = cursors(taken('a', 1));
    const { asked } = played(sweepRound(null), [
      page([head('a', 4), head('b', 1)]),
      missing,
      undefined,
      missing,
      undefined,
      [event('a', 2), event('a', 3)],
      undefined,
      [event('a', 4), event('b', 1)],
      undefined,
    ]);
    expect(asked.slice(4)).toEqual([
      { kind: 'watch', aggregateIds: ['a', 'b'] },
      {
        kind: 'fetch-events',
        wanted: [
          { aggregateId: 'a', fromSequence: 2 },
          { aggregateId: 'b', fromSequence: 1 },
        ],
        limit: 1_000,
      },
      { kind: 'offer', events: [event('a', 2), event('a', 3)] },
      {
        kind: 'fetch-events',
        wanted: [
          { aggregateId: 'a', fromSequence: 4 },
          { aggregateId: 'b', fromSequence: 1 },
        ],
        limit: 1_000,
      },
      { kind: 'offer', events: [event('a', 4), event('b', 1)] },
    ]);
  });

  test('asks for no more aggregates at a time than it lists', () => {
    const options = { ...SWEEP_OPTIONS, headsPerPage: 1, eventsPerFetch: 7 };
    const { asked } = played(sweepRound(null, options), [
      page([head('a', 1), head('b', 1)]),
      cursors(),
      undefined,
      cursors(),
      undefined,
      [event('a', 1)],
      undefined,
      [event('b', 1)],
      undefined,
    ]);
    expect(asked[0]).toMatchObject({ limit: 1 });
    expect(asked.filter(({ kind }) => kind === 'fetch-events')).toEqual([
      { kind: 'fetch-events', wanted: [{ aggregateId: 'a', fromSequence: 1 }], limit: 7 },
      { kind: 'fetch-events', wanted: [{ aggregateId: 'b', fromSequence: 1 }], limit: 7 },
    ]);
  });

  test('leaves it to the next round when the owner has nothing after all', () => {
    const { asked } = played(sweepRound(null), [
      page([head('a', 2)]),
      cursors(),
      undefined,
      cursors(),
      undefined,
      [],
    ]);
    expect(asked.at(-1)).toMatchObject({ kind: 'fetch-events' });
  });

  test('parks what its owner no longer has, and only that', () => {
    const ours = cursors(taken('a', 3), taken('b', 2), taken('c', 2, 3), taken('d', 0), taken('e', 2));
    const { asked } = played(sweepRound(null), [
      page([head('a', 2), head('b', 1), head('c', 1), head('e', 1)]),
      ours,
      undefined,
      ours,
      undefined,
      ours,
      [event('a', 3, 'another')],
      undefined,
      [event('b', 2)],
      [],
      undefined,
    ]);
    expect(asked.slice(5)).toEqual([
      { kind: 'cursors-of', aggregateIds: ['a', 'b', 'e'] },
      { kind: 'fetch-events', wanted: [{ aggregateId: 'a', fromSequence: 3 }], limit: 1 },
      { kind: 'park-diverged', aggregateId: 'a', cursor: ours.get('a') },
      { kind: 'fetch-events', wanted: [{ aggregateId: 'b', fromSequence: 2 }], limit: 1 },
      { kind: 'fetch-events', wanted: [{ aggregateId: 'e', fromSequence: 2 }], limit: 1 },
      { kind: 'park-diverged', aggregateId: 'e', cursor: ours.get('e') },
    ]);
  });
});

describe('another look at aggregates under watch', () => {
  test('asks for what comes after the cursors and says of which something came', () => {
    const events = [event('a', 3), event('a', 4), event('b', 1)];
    const { asked, result } = played(lookAgainRound(['a', 'b', 'c', 'd']), [
      cursors(taken('a', 2), taken('c', 1, 2), taken('d', 5)),
      events,
      undefined,
    ]);
    expect(asked).toEqual([
      { kind: 'cursors-of', aggregateIds: ['a', 'b', 'c', 'd'] },
      {
        kind: 'fetch-events',
        wanted: [
          { aggregateId: 'a', fromSequence: 3 },
          { aggregateId: 'b', fromSequence: 1 },
          { aggregateId: 'd', fromSequence: 6 },
        ],
        limit: 1_000,
      },
      { kind: 'offer', events },
    ]);
    expect(result).toEqual(['a', 'b']);
  });

  test('takes an answer that was cut short for no answer about the others', () => {
    const options = { ...SWEEP_OPTIONS, eventsPerFetch: 2 };
    const { asked, result } = played(lookAgainRound(['a', 'b'], options), [
      cursors(),
      [event('a', 1), event('a', 2)],
      undefined,
    ]);
    expect(asked[1]).toMatchObject({ limit: 2 });
    expect(result).toEqual(['a', 'b']);
  });

  test('asks nobody about aggregates that wait for a person', () => {
    const { result } = played(lookAgainRound(['a']), [cursors(taken('a', 1, 2))]);
    expect(result).toEqual([]);
  });
});
