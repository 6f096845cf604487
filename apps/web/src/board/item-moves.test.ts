import { expect, test } from '@jest/globals';
import type { BacklogItemLine, SprintLine } from '@meridian/contracts-projects';
import { limitWords, movesOf, rankBefore, sumWords } from './item-moves.js';

function item(itemId: string, state: BacklogItemLine['state'], points?: number): BacklogItemLine {
  const known = { itemId, number: 1, version: 1, rank: '50000000', recordedOn: '2026-03-02' };
  return { ...known, title: itemId, kind: 'story', state, ...(points === undefined ? {} : { points }) };
}
const sprint: SprintLine = {
  sprintId: 's',
  number: 3,
  version: 1,
  state: 'running',
  goal: 'Pay',
  startsOn: '2026-03-02',
  endsOn: '2026-03-13',
};
const wordsOf = (state: BacklogItemLine['state'], of: SprintLine | undefined) =>
  movesOf(item('a', state), of).map(({ words }) => words);

test('in a running sprint work begins, ends and comes back', () => {
  expect(wordsOf('committed', sprint)).toEqual(['Begin', 'To the backlog']);
  expect(wordsOf('in-progress', sprint)).toEqual(['Done', 'Not begun', 'To the backlog']);
  expect(wordsOf('done', sprint)).toEqual(['Not done yet']);
});

test('before a sprint runs nothing in it begins, and without one nothing is committed', () => {
  expect(wordsOf('committed', { ...sprint, state: 'planned' })).toEqual(['To the backlog']);
  expect(wordsOf('backlog', { ...sprint, state: 'planned' })).toEqual(['Into sprint 3', 'Drop it']);
  expect(wordsOf('backlog', undefined)).toEqual(['Drop it']);
  expect(movesOf(item('a', 'backlog'), sprint)[0]).toMatchObject({ to: 'committed', sprintId: 's' });
});

test('an item goes one place up or down, or first, as far as there is a place', () => {
  const items = ['a', 'b', 'c'].map((id) => item(id, 'backlog'));
  expect(rankBefore(items, 'b', 'up')).toEqual({ beforeItemId: 'a' });
  expect(rankBefore(items, 'a', 'down')).toEqual({ beforeItemId: 'c' });
  expect(rankBefore(items, 'b', 'down')).toEqual({});
  expect(rankBefore(items, 'c', 'first')).toEqual({ beforeItemId: 'a' });
  expect([
    rankBefore(items, 'a', 'up'),
    rankBefore(items, 'c', 'down'),
    rankBefore(items, 'x', 'up'),
  ]).toEqual([undefined, undefined, undefined]);
});

test('points are summed, and what nobody estimated is said beside them', () => {
  expect(sumWords([item('a', 'done', 5), item('b', 'done', 3), item('c', 'done')])).toBe(
    '8 points in 3 items, 1 not estimated',
  );
  expect(sumWords([item('a', 'done', 1)])).toBe('1 point in 1 item');
});

test('a column says how it stands to its limit', () => {
  expect([2, 3, 5].map((held) => limitWords(held, 3))).toEqual([
    'at most 3',
    'full, at most 3',
    '2 over the limit of 3',
  ]);
  expect(limitWords(5, undefined)).toBe('');
});
