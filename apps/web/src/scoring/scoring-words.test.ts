import { expect, test } from '@jest/globals';
import { isFree, scoreWords, shareWords, swapWords } from './scoring-words.js';

const names = new Map([
  ['P1', 'Bridge'],
  ['P2', 'Ferry'],
  ['k5', 'Resistance'],
]);
const swap = {
  ahead: 'P1',
  behind: 'P2',
  criterionId: 'k5',
  weight: '0.15',
  swapsAt: '0.160494',
  change: '0.010494',
};

test('scores and shares are told to a hundredth', () => {
  expect([scoreWords('79.000000'), scoreWords('78.333333')]).toEqual(['79', '78.33']);
  expect(shareWords('0.160494')).toBe('16.05%');
});

test('a swap names who overtakes whom, and from which weight on', () => {
  expect(swapWords(swap, names)).toBe(
    'Ferry overtakes Bridge when “Resistance” weighs more than 16.05% (now 15%).',
  );
  expect(swapWords({ ...swap, change: '-0.019231' }, names)).toContain('weighs less than');
  expect(swapWords({ ...swap, change: '0.000000' }, names)).toBe('Bridge and Ferry score the same.');
});

test('a criterion whose weight changes nothing is told as such', () => {
  const range = { criterionId: 'k5', weight: '0.15', from: '0.000000', to: '1.000000' };
  expect([isFree(range), isFree({ ...range, to: '0.468750' })]).toEqual([true, false]);
});
