import { expect, test } from '@jest/globals';
import { isSameMeasure, priceWords, valueWords } from './value-words.js';

const valuedBy = {
  roundId: 'r',
  roundVersion: 1,
  roundName: 'Spring',
  modelId: 'm',
  modelVersion: 2,
  modelName: 'MYH',
  takenAt: '2026-11-23T00:00:00Z',
  scores: [],
};
const money = { currency: 'EUR' };
const points = { currency: 'EUR', valuedBy };

test('a scenario by scores is worth points, others are worth money', () => {
  expect(valueWords('133500000', points)).toBe('133.5 points');
  expect(valueWords('133500000', money)).toContain('1,335,000');
});

test('what more would add is told in the measure of the scenario', () => {
  expect(priceWords(0.1335, true, points)).toMatch(/100,000 more would add about 1.34 points/);
  expect(priceWords(2_000, false, points)).toBe('a hundred more hours would add about 0.2 points');
  expect(priceWords(2_000, false, money)).toMatch(/^one more hour would add about .*20/);
});

test('only what is measured alike is compared', () => {
  expect(isSameMeasure(points, points)).toBe(true);
  expect(isSameMeasure(points, money)).toBe(false);
  expect(isSameMeasure(points, { ...points, valuedBy: { ...valuedBy, modelVersion: 4 } })).toBe(false);
});
