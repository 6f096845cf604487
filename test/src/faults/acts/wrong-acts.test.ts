import { describe, expect, test } from '@jest/globals';
import { wrongActs } from './wrong-acts.js';
import type { Act } from './wrong-acts.js';

const PROGRESS: readonly Act[] = [1, 2, 3].map((sequence) => ({
  eventId: `progress ${sequence}`,
  aggregateId: 'bridge',
  sequence,
  causationId: `command ${sequence}`,
  writtenIn: String(100 + sequence),
}));

function earned(...causes: readonly (readonly [cause: string, writtenIn: string])[]): readonly Act[] {
  return causes.map(([causationId, writtenIn], index) => ({
    eventId: `earned ${index + 1}`,
    aggregateId: 'bridge',
    sequence: index + 1,
    causationId,
    writtenIn,
  }));
}

function judged(acts: readonly Act[]) {
  return wrongActs(
    new Map([
      ['projects', PROGRESS],
      ['budgeting', acts],
    ]),
  );
}

describe('what a service announced about the progress it heard of', () => {
  test('is in order when it follows the order of the progress; not every event needs an answer', () => {
    expect(judged(earned(['progress 1', '7'], ['progress 3', '8']))).toEqual([]);
  });

  test('may be several announcements of one transaction', () => {
    expect(judged(earned(['progress 1', '7'], ['progress 1', '7'], ['progress 2', '7']))).toEqual([]);
  });

  test('shows that an event took effect twice, although the figures agree in the end', () => {
    const [found, ...others] = judged(earned(['progress 1', '7'], ['progress 2', '8'], ['progress 2', '9']));
    expect(found).toMatchObject({ wrong: 'twice', count: 1, names: ['progress 2'] });
    expect(others).toEqual([]);
  });

  test('shows that an older event took effect after a newer one', () => {
    const [found] = judged(earned(['progress 1', '7'], ['progress 3', '8'], ['progress 2', '9']));
    expect(found).toMatchObject({ wrong: 'out of order', count: 1 });
    expect(found?.what).toBe('budgeting acted out of order upon projects bridge 2 after 3');
  });

  test('says nothing about work of its own, nor about events nobody knows', () => {
    const own = { eventId: 'x', aggregateId: 'bridge', sequence: 9, causationId: null, writtenIn: '1' };
    expect(judged([...earned(['from outside', '7']), own, { ...own, writtenIn: '2' }])).toEqual([]);
  });
});

test('a command that was carried out twice under one key shows in what it announced', () => {
  const again = PROGRESS.map((act) => ({ ...act, causationId: 'one key' }));
  expect(wrongActs(new Map([['projects', again]]))).toMatchObject([{ wrong: 'twice', names: ['one key'] }]);
});
