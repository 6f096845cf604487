import { expect, test } from '@jest/globals';
import { offWords, placeWords, rangeSentence } from './range-sentence.js';

const range = {
  projectId: 'p',
  currency: 'EUR',
  isKept: false,
  plannedFinish: '2027-03-31',
  budgetMinor: '100000000',
  lowestMinor: '100000000',
  highestMinor: '120000000',
  earliest: '2027-03-31',
  latest: '2027-04-30',
  keptFor: [],
  figures: [
    {
      of: 'cost' as const,
      method: 'cost-index',
      formula: 'BAC / CPI',
      source: 'PMI',
      isDefault: true,
      amountMinor: '114000000',
    },
  ],
};

test('the chosen forecast stands before the range of all', () => {
  expect(rangeSentence(range, 'cost')).toBe(
    '€1,140,000 (+14%) is what pages and tolerances go by: as cost ran so far. Methods say from €1,000,000 to €1,200,000; the budget is €1,000,000.',
  );
  expect(rangeSentence(range, 'finish')).toMatch(/^Methods say from Mar 31, 2027 to Apr 30, 2027/);
});

test('a method that says nothing has no place and is off by nothing', () => {
  const silent = { of: 'cost' as const, method: 'bottom-up', formula: 'AC', source: 'PMI', isDefault: false };
  expect([placeWords(silent), offWords(silent, range)]).toEqual(['', '']);
  const late = { ...silent, of: 'finish' as const, finish: '2027-04-19' };
  expect(offWords(late, range)).toBe('+19 d');
});
