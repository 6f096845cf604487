import { expect, test } from '@jest/globals';
import { dueDay } from './closing-asks.js';
import { answerState, gapsIn, gapWords, type Answer } from './closing.js';

const AT = new Date('2026-11-23T10:00:00Z');

function answer(openCount: number, facts: Partial<Answer> = {}): Answer {
  const items = Array.from({ length: Math.min(openCount, 20) }, (_, index) => ({
    kind: 'commitment',
    name: `Order ${index + 1}`,
  }));
  return { owner: 'budgeting', answeredAt: AT, openCount, items, ...facts };
}

test('an answer is missing until it came, then clear or open', () => {
  expect(answerState(answer(0, { answeredAt: null }))).toBe('missing');
  expect(answerState(answer(0))).toBe('clear');
  expect(answerState(answer(2))).toBe('open');
});

test('a closing waits for whoever has not answered and for what is open', () => {
  const answers = [
    answer(1),
    answer(0, { owner: 'quality' }),
    answer(0, { owner: 'governance', answeredAt: null }),
  ];
  expect(gapsIn(answers).map(({ owner, state }) => `${owner} ${state}`)).toEqual([
    'budgeting open',
    'governance missing',
  ]);
});

test.each([
  [1, 'budgeting has 1 open (Order 1)'],
  [3, 'budgeting has 3 open (Order 1, Order 2, Order 3)'],
  [25, 'budgeting has 25 open (Order 1, Order 2, Order 3 and 22 more)'],
])('of %d open things the first are named, the others counted', (count, words) => {
  expect(gapsIn([answer(count)]).map(gapWords)).toEqual([words]);
});

test('everything should be settled thirty days after a closing began', () => {
  expect(dueDay(AT)).toBe('2026-12-23');
  expect(dueDay(new Date('2028-02-01T23:59:00Z'))).toBe('2028-03-02');
});
