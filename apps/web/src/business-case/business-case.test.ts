import { expect, test } from '@jest/globals';
import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';
import { caseRows, changeOf, gateWords, irrWords } from './case-words.js';
import { cashPoints } from './cash-points.js';

const first = {
  version: 1,
  currency: 'EUR',
  nowMinor: '-100000',
  flows: [
    { period: '2027', inMinor: '20000', outMinor: '50000' },
    { period: '2028', inMinor: '160000', outMinor: '0' },
  ],
  npvMinor: '51200000',
  irrState: 'one',
  irrRates: ['0.123400'],
  profitabilityIndex: '1.250000',
  paybackPeriods: '1.812500',
  gates: [],
} as unknown as BusinessCaseFigures;
const second = { ...first, version: 2, npvMinor: '41200000', paybackPeriods: '2.312500' };

test('the start is a period of its own, and sums run on', () => {
  expect(cashPoints(first).map(({ period, sumMinor }) => `${period} ${sumMinor}`)).toEqual([
    'Start -100000',
    '2027 -130000',
    '2028 30000',
  ]);
});

test('a version differs from the one before by signed amounts, and a longer payback is worse', () => {
  const changes = caseRows.map((row) => changeOf(row, second, first));
  expect(changes.map((change) => change?.isBetter)).toEqual([false, undefined, undefined, false, undefined]);
  expect(changes[0]?.words).toMatch(/^−.*100[.,]000/);
  expect(changes[3]?.words).toMatch(/^\+0[.,]5 periods$/);
  expect(changeOf(caseRows[0]!, { ...second, currency: 'USD' }, first)).toBeUndefined();
});

test('no rate of return is quoted alone where there are several, and none where there is none', () => {
  expect(irrWords(first)).toMatch(/^12[.,]3\s?%$/);
  expect(irrWords({ irrState: 'several', irrRates: ['0.100000', '0.400000'] })).toMatch(
    /^several: 10\s?%, 40\s?%; judge by/,
  );
  expect(irrWords({ irrState: 'none', irrRates: [] })).toMatch(/^not available/);
});

test('a version names the gates that were decided on it', () => {
  const gate = { gateId: 'g', name: 'Gate: Design', decision: 'conditional-go', decidedOn: '2026-10-09' };
  expect(gateWords({ gates: [gate] })).toMatch(/^Gate: Design: Go with conditions, .*2026$/);
  expect(gateWords(first)).toBe('no gate was decided on it');
});
