import { expect, test } from '@jest/globals';
import { exceptionFor, requireEnough, requireMayDecide } from './budget-exception.js';
import type { ExceptionInUse } from './budget-exception.js';

const exception: ExceptionInUse = {
  exceptionId: 'x1',
  nodeId: 'b',
  state: 'approved',
  amountMinor: 50n,
  currency: 'EUR',
  decision: 'Board, item 4',
};
const place = { budgetId: 'b', currency: 'EUR' };
const overrun = { budgetId: 'b', period: 'whole', requestedMinor: 0n, availableMinor: 0n };

test('only an approved exception of the budget itself, that no posting has used, lets one through', () => {
  expect(exceptionFor(exception, place)).toBe('Exception x1: Board, item 4');
  for (const state of ['asked', 'rejected', 'used'])
    expect(exceptionFor({ ...exception, state }, place)).toBeUndefined();
  expect(exceptionFor(exception, { ...place, budgetId: 'other' })).toBeUndefined();
  expect(exceptionFor(exception, { ...place, currency: 'USD' })).toBeUndefined();
  expect(exceptionFor(null, place)).toBeUndefined();
});

test('a posting goes beyond by no more than was approved', () => {
  expect(() => requireEnough(exception, { ...overrun, exceededByMinor: 50n }, 'EUR')).not.toThrow();
  expect(() => requireEnough(exception, { ...overrun, exceededByMinor: 51n }, 'EUR')).toThrow(
    'goes 51 beyond the budget; the exception allows 50',
  );
});

test('an exception is decided once, by somebody else than who asked', () => {
  expect(() => requireMayDecide({ state: 'asked', askedBy: 'jon' }, 'anna')).not.toThrow();
  expect(() => requireMayDecide({ state: 'asked', askedBy: 'jon' }, 'jon')).toThrow('Somebody else');
  expect(() => requireMayDecide({ state: 'used', askedBy: 'jon' }, 'anna')).toThrow('The exception is used');
});
