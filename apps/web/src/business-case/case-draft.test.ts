import { expect, test } from '@jest/globals';
import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';
import { caseBody, caseDraft } from './case-draft.js';

const latest = {
  summary: 'One template',
  assumptions: 'Licences end',
  currency: 'EUR',
  discountRate: '0.075',
  nowMinor: '-190000000',
  flows: [
    { period: '2027', inMinor: '40000000', outMinor: '0', what: 'Licences' },
    { period: '2028', inMinor: '100000050', outMinor: '5' },
  ],
} as unknown as BusinessCaseFigures;

test('the latest version is gone on from as it was', () => {
  const draft = caseDraft(latest, 'EUR', 2026);
  expect(draft).toMatchObject({ rate: '7.5', now: '-1900000' });
  expect(caseBody(draft)).toEqual({ value: { ...latest } });
});

test('a first version begins with the coming years', () => {
  expect(caseDraft(undefined, 'CHF', 2026)).toMatchObject({
    currency: 'CHF',
    flows: [{ period: '2027' }, { period: '2028' }, { period: '2029' }],
  });
});

test('what cannot be read is said with what is wanted', () => {
  const draft = caseDraft(latest, 'EUR', 2026);
  const flow = { period: '2027', in: '-5', out: '0', what: '' };
  const problems = [
    { ...draft, rate: 'eight' },
    { ...draft, now: '1,5' },
    { ...draft, flows: [flow] },
    { ...draft, flows: [] },
  ].map((one) => {
    const read = caseBody(one);
    return 'problem' in read ? read.problem : 'read';
  });
  expect(problems).toEqual([
    '“eight” is no discount rate; write 8 for 8 per cent.',
    '“1,5” is no amount; write an outlay as -250000.',
    '2027: amounts are numbers not below zero, such as 120000.',
    'There is no period yet. Add one.',
  ]);
});
