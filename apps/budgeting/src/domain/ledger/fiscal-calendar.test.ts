import { expect, test } from '@jest/globals';
import { withPeriodClosed, withPeriods } from './fiscal-calendar.js';

const q1 = { period: 'Q1', firstDay: '2026-01-01', lastDay: '2026-03-31' };
const q2 = { period: 'Q2', firstDay: '2026-04-01', lastDay: '2026-06-30' };
const refused = (code: string): unknown => expect.objectContaining({ code: `budgeting/${code}` });

test('periods are added one after the other, and what is recorded stays as it is', () => {
  const first = withPeriodClosed(withPeriods([], [q1]), 'Q1', true);
  expect(withPeriods(first, [q2, q1])).toEqual([
    { ...q1, isClosed: true },
    { ...q2, isClosed: false },
  ]);
});

test.each([
  ['a gap', { ...q2, firstDay: '2026-04-02' }],
  ['an overlap', { ...q2, firstDay: '2026-03-31' }],
  ['an end before its start', { ...q2, lastDay: '2026-03-01' }],
  ['the name of the sum over all', { ...q2, period: 'whole' }],
])('%s is refused', (_what, period) => {
  expect(() => withPeriods(withPeriods([], [q1]), [period])).toThrow(refused('period-dates'));
});

test('money lies in a period: its dates do not change, and only what is there is closed', () => {
  const known = withPeriods([], [q1]);
  expect(() => withPeriods(known, [{ ...q1, lastDay: '2026-03-30' }])).toThrow(refused('period-recorded'));
  expect(() => withPeriodClosed(known, 'Q9', true)).toThrow(refused('unknown-period'));
  expect(() => withPeriods([], [{ ...q1, lastDay: '2026-02-30' }])).toThrow(refused('not-a-date'));
});
