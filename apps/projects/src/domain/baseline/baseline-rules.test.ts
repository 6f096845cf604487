import { expect, test } from '@jest/globals';
import { effectiveDay } from './baseline-rules.js';

const FIRST = { name: 'As promised', decision: null, effectiveOn: null };
const none = { earlier: [], dataDate: null, today: '2026-03-10' };
const one = {
  earlier: [{ number: 1, name: 'As promised', effectiveOn: '2026-03-02' }],
  dataDate: '2026-03-06',
  today: '2026-03-10',
};
const second = { name: 'Replanned', decision: 'Board, item 3', effectiveOn: null };

test('the first baseline needs no decision and counts from today, or from the status date where there is one', () => {
  expect(effectiveDay(FIRST, none)).toBe('2026-03-10');
  expect(effectiveDay(FIRST, { ...none, dataDate: '2026-03-06' })).toBe('2026-03-06');
});

test('a later baseline names its decision', () => {
  expect(() => effectiveDay({ ...second, decision: null }, one)).toThrow('reference of the decision');
  expect(effectiveDay(second, one)).toBe('2026-03-06');
});

test('closed days are not promised anew, and days to come not yet', () => {
  expect(() => effectiveDay({ ...second, effectiveOn: '2026-03-05' }, one)).toThrow('from 2026-03-06 on');
  expect(() => effectiveDay({ ...second, effectiveOn: '2026-03-01' }, { ...one, dataDate: null })).toThrow(
    'from 2026-03-02 on',
  );
  expect(() => effectiveDay({ ...second, effectiveOn: '2026-03-11' }, one)).toThrow('latest 2026-03-10');
  expect(effectiveDay({ ...second, effectiveOn: '2026-03-10' }, one)).toBe('2026-03-10');
});

test('two baselines of a project have two names', () => {
  expect(() => effectiveDay({ ...second, name: 'As promised' }, one)).toThrow('another name');
});
