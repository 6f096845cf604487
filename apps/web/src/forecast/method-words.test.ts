import { expect, test } from '@jest/globals';
import { dayToMs } from '../dates/format-day.js';
import { forecastMarks, methodWords } from './method-words.js';

const figure = (of: 'cost' | 'finish', method: string, more: object) => ({
  of,
  method,
  formula: 'BAC / CPI',
  source: 'PMI',
  isDefault: false,
  ...more,
});

const figures = [
  figure('cost', 'cost-index', { amountMinor: '1200' }),
  figure('cost', 'planned-rate', { amountMinor: '1100', lowMinor: '1000', highMinor: '1300' }),
  figure('cost', 'bottom-up', { notAvailable: 'Nobody gave a new estimate of the rest.' }),
  figure('finish', 'network', { finish: '2027-03-31' }),
];

test('methods stand from the least to the most, those that say nothing apart', () => {
  const { marks, silent } = forecastMarks({ figures }, 'cost');
  expect(marks.map(({ figure: { method }, at, low, high }) => [method, at, low, high])).toEqual([
    ['planned-rate', 1_100, 1_000, 1_300],
    ['cost-index', 1_200, undefined, undefined],
  ]);
  expect(silent.map(({ method }) => method)).toEqual(['bottom-up']);
  expect(forecastMarks({ figures }, 'finish').marks.map(({ at }) => at)).toEqual([dayToMs('2027-03-31')]);
});

test('a method that came later is named by its own name', () => {
  expect([methodWords('simulation'), methodWords('some-new-way')]).toEqual([
    'Simulated (Monte Carlo)',
    'some new way',
  ]);
});
