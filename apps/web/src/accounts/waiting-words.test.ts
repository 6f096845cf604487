import { expect, test } from '@jest/globals';
import { documentWords, waitingWords } from './waiting-words.js';

test('what a document waits for is said in words, also where there are none of our own', () => {
  expect(waitingWords({ reason: 'project-unknown' })).toBe('No project has this code');
  expect(waitingWords({ reason: 'not-a-date', sentence: '2026-02-30 is no day.' })).toBe(
    '2026-02-30 is no day.',
  );
  expect(waitingWords({ reason: 'reservation-closed' })).toBe('reservation closed');
});

test('a document is named by kind, number and system', () => {
  expect(documentWords('receipt erp:GR-7')).toBe('Receipt GR-7 of ERP');
  expect(documentWords('order-change PO-7')).toBe('Order change PO-7');
  expect(documentWords('odd')).toBe('odd');
});
