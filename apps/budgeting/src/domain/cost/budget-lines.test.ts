import { expect, test } from '@jest/globals';
import { linesAfterChange } from './budget-lines.js';

const lines = [
  { name: 'Team', category: 'labour', amountMinor: 700n, taskId: 't' },
  { name: 'Travel', category: 'travel', amountMinor: 300n, taskId: null },
];
const amounts = (changeMinor: bigint) =>
  linesAfterChange(lines, changeMinor, 'Draw').map(({ amountMinor }) => amountMinor);

test('what came is a line of its own', () => {
  expect(linesAfterChange(lines, 50n, 'Draw of June').at(-1)).toEqual({
    name: 'Draw of June',
    category: 'other',
    amountMinor: 50n,
  });
});

test('what went is taken from all lines in proportion, to the last unit', () => {
  expect(amounts(-1n)).toEqual([699n, 300n]);
  expect(amounts(-500n)).toEqual([350n, 150n]);
  expect(amounts(-1_000n)).toEqual([0n, 0n]);
});
