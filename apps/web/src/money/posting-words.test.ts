import { expect, test } from '@jest/globals';
import { documentOf, postingWords } from './posting-words.js';

test('ledger entries are named as accountants name them', () => {
  expect(['approval', 'invoice', 'actual', 'credit'].map(postingWords)).toEqual([
    'Budget approved',
    'Invoice on an order',
    'Cost booked',
    'Credit note',
  ]);
  expect(postingWords('year-end')).toBe('Year end');
});

test('a document of an outside system is told apart from a reference somebody wrote', () => {
  expect(documentOf('erp:INV-DAT-01-4')).toEqual({ number: 'INV-DAT-01-4', system: 'ERP' });
  expect(documentOf('Budget version 1')).toEqual({ number: 'Budget version 1' });
  expect(documentOf('Note: travel')).toEqual({ number: 'Note: travel' });
});
