import { expect, test } from '@jest/globals';
import type { LedgerLine } from '@meridian/contracts-budgeting';
import { reversedEntries, wholeEntries } from './whole-entries.js';

const line = (entryNo: string, account: string, reverses?: string): LedgerLine =>
  ({ entryId: `e${entryNo}`, entryNo, account, reverses }) as LedgerLine;
const lines = [line('9', 'budget'), line('8', 'budget'), line('8', 'committed'), line('7', 'budget')];

test('an entry that the end of a page may cut through comes whole with the next page', () => {
  expect(wholeEntries(lines.slice(0, 2), 2)).toEqual({ lines: [lines[0]], before: '9' });
  expect(wholeEntries(lines.slice(0, 3), 3)).toEqual({ lines: [lines[0]], before: '9' });
});

test('a page that is not full is the last one', () => {
  expect(wholeEntries(lines, 50)).toEqual({ lines });
  expect(wholeEntries([], 50)).toEqual({ lines: [] });
});

test('what was taken back is known by the entry that did it', () => {
  expect([...reversedEntries([line('9', 'budget', 'e7'), ...lines])]).toEqual(['e7']);
});
