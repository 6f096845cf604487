import { expect, test } from '@jest/globals';
import { dayAfter, periodsOfYear } from './calendar-periods.js';

test('a fiscal year is twelve months, four quarters or one year, without gap or overlap', () => {
  const months = periodsOfYear('2028-01-01', 'month');
  expect(months).toHaveLength(12);
  expect(months[1]).toEqual({ period: '2028-02', firstDay: '2028-02-01', lastDay: '2028-02-29' });
  expect(periodsOfYear('2027-01-01', 'quarter').map(({ period }) => period)).toEqual([
    '2027-Q1',
    '2027-Q2',
    '2027-Q3',
    '2027-Q4',
  ]);
  expect(periodsOfYear('2027-01-01', 'year')).toEqual([
    { period: '2027', firstDay: '2027-01-01', lastDay: '2027-12-31' },
  ]);
});

test('a fiscal year that begins in April ends in March, and the next one follows it', () => {
  const quarters = periodsOfYear('2027-04-01', 'quarter');
  expect(quarters.at(-1)).toEqual({ period: '2027-Q4', firstDay: '2028-01-01', lastDay: '2028-03-31' });
  expect(dayAfter(quarters)).toBe('2028-04-01');
  expect(dayAfter([])).toBeUndefined();
  expect(dayAfter([{ period: 'P', firstDay: '2027-01-01', lastDay: '2027-01-15' }])).toBeUndefined();
});
