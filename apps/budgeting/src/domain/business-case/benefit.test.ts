import { expect, test } from '@jest/globals';
import { attainmentPercent, benefitState } from './benefit.js';

/** Days from order to invoice, to fall from 10 to 3. */
const faster = { baseline: '10', target: '3', targetOn: '2027-06-30' };

test.each([
  ['4.5', '78.57'],
  ['10', '0.00'],
  ['12', '-28.57'],
  ['3', '100.00'],
  ['2', '114.29'],
])('%s days are %s per cent of the way', (latest, percent) => {
  expect(attainmentPercent(faster, latest)).toEqual({ state: 'available', value: percent });
});

test('nothing is said before the first measure, or where there is no way to go', () => {
  expect(attainmentPercent(faster, undefined)).toEqual({ state: 'not-available', reason: 'not-measured' });
  expect(attainmentPercent({ ...faster, target: '10' }, '10')).toEqual({
    state: 'not-available',
    reason: 'no-way-to-target',
  });
});

test.each([
  [undefined, '2027-06-30', 'not-measured'],
  [undefined, '2027-07-01', 'overdue'],
  ['4.5', '2027-06-30', 'on-the-way'],
  ['4.5', '2027-07-01', 'overdue'],
  ['3', '2027-07-01', 'reached'],
  ['2.9', '2026-12-01', 'reached'],
])('measured %s on %s it is %s', (latest, on, state) => {
  expect(benefitState(faster, latest, on)).toBe(state);
});

test('what has to stay as it is, is reached only while it stays', () => {
  const kept = { ...faster, baseline: '5', target: '5' };
  expect(benefitState(kept, '5', '2027-01-01')).toBe('reached');
  expect(benefitState(kept, '6', '2027-01-01')).toBe('on-the-way');
});
