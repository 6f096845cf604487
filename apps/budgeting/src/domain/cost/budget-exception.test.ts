import { expect, test } from '@jest/globals';
import { exceptionFor, requireDayAhead, requireEnough, requireMayDecide } from './budget-exception.js';
import type { ExceptionInUse } from './budget-exception.js';

const exception: ExceptionInUse = {
  exceptionId: 'x1',
  nodeId: 'b',
  state: 'approved',
  amountMinor: 50n,
  currency: 'EUR',
  decision: 'Board, item 4',
  validThrough: null,
};
const today = '2026-11-23';
const place = { budgetId: 'b', currency: 'EUR', today };
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
  const decides = (by: string, more: object = {}) =>
    requireMayDecide({ state: 'asked', askedBy: 'jon', validThrough: null, ...more }, { by, today });
  expect(() => decides('anna')).not.toThrow();
  expect(() => decides('jon')).toThrow('Somebody else');
  expect(() => decides('anna', { state: 'used' })).toThrow('The exception is used');
  expect(() => decides('anna', { validThrough: today })).not.toThrow();
  expect(() => decides('anna', { validThrough: '2026-11-22' })).toThrow('through 2026-11-22');
});

test('an exception counts through its last day, and asks for a day that has not gone by', () => {
  expect(exceptionFor({ ...exception, validThrough: today }, place)).toBe('Exception x1: Board, item 4');
  expect(exceptionFor({ ...exception, validThrough: '2026-11-22' }, place)).toBeUndefined();
  expect(() => requireDayAhead(undefined, today)).not.toThrow();
  expect(() => requireDayAhead(today, today)).not.toThrow();
  expect(() => requireDayAhead('2026-11-22', today)).toThrow('must not be before today');
  expect(() => requireDayAhead('2026-02-30', today)).toThrow('2026-02-30');
});
