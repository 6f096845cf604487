import { expect, test } from '@jest/globals';
import { exceptionStanding, isOpen } from './exception-words.js';

test('an exception that expired says so, whatever was decided on it', () => {
  expect(exceptionStanding({ state: 'asked' }).word).toBe('Decision waits');
  expect(exceptionStanding({ state: 'approved' }).word).toBe('Granted, not used');
  expect(exceptionStanding({ state: 'approved', expiredAt: '2026-12-01T00:00:00.000Z' }).word).toBe(
    'Expired',
  );
});

test('only what was asked for and has not expired waits for a decision', () => {
  expect(isOpen({ state: 'asked' })).toBe(true);
  expect(isOpen({ state: 'asked', expiredAt: '2026-12-01T00:00:00.000Z' })).toBe(false);
  expect(isOpen({ state: 'rejected' })).toBe(false);
});
