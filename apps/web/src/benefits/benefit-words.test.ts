import { expect, test } from '@jest/globals';
import type { BenefitFigures } from '@meridian/contracts-budgeting';
import { attainmentShare, attainmentWords, benefitState, byNeed, isMeasure } from './benefit-words.js';

const benefit = {
  name: 'The books are closed sooner',
  isDisbenefit: false,
  ownerName: 'Sam Rossi',
  baseline: '11',
  target: '5',
  targetOn: '2027-05-10',
  state: 'on-the-way',
  attainmentPercent: '66.67',
  measures: [{ on: '2026-10-28', value: '7' }],
} as unknown as BenefitFigures;

test('a benefit tells how far it is from what was to what is promised', () => {
  expect(attainmentWords(benefit)).toMatch(/^7 on .*2026: 67\s?% of the way from 11 to 5\.$/);
  expect(attainmentWords({ ...benefit, measures: [] })).toBe('Nothing was measured yet; Sam Rossi does it.');
  expect(attainmentWords({ ...benefit, attainmentPercent: undefined })).toContain('there is no way to go');
});

test('what went the wrong way or beyond the target is drawn as nothing or all', () => {
  expect(
    ['-20.00', '140.00', undefined].map((attainmentPercent) => attainmentShare({ attainmentPercent })),
  ).toEqual([0, 100, 0]);
});

test('a disbenefit that stays small is no failure', () => {
  expect(benefitState({ state: 'overdue', isDisbenefit: false }).state).toBe('off-track');
  expect(benefitState({ state: 'overdue', isDisbenefit: true })).toEqual({
    state: 'on-track',
    word: 'Smaller than expected',
  });
});

test('what waits longest for its owner comes first', () => {
  const of = (name: string, state: string, targetOn = '2027-01-01'): BenefitFigures =>
    ({ ...benefit, name, state, targetOn }) as BenefitFigures;
  const sorted = [
    of('d', 'reached'),
    of('c', 'on-the-way', '2026-12-01'),
    of('b', 'not-measured'),
    of('a', 'overdue'),
  ];
  expect(sorted.sort(byNeed).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
});

test('a measure is a number with a point', () => {
  expect(['4.5', '-3', ' 7 ', '4,5', '', 'many'].map(isMeasure)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
