import { expect, test } from '@jest/globals';
import { draftOf, questionOf } from './question-draft.js';

const asked = {
  scenarioId: '11111111-1111-4111-8111-111111111111',
  name: 'Plan of the year',
  portfolio: 'Group portfolio',
  currency: 'EUR',
  periods: ['2027-Q1', '2027-Q2'],
  budgetMinor: ['150000000', '90000050'],
  capacity: [{ role: 'Developer', hours: ['1040', '1040'] }],
  candidates: [
    {
      candidateId: 'MES-01',
      name: 'Paperless batch records',
      starts: [{ start: 1, value: '215000000' }],
      costsMinor: ['50000000'],
      needs: [{ role: 'Developer', hours: ['400'] }],
    },
    {
      candidateId: 'SEC-01',
      name: 'Signing in',
      starts: [{ start: 0, value: '42000000' }],
      costsMinor: ['14000000', '0'],
      needs: [],
      fixed: 'in' as const,
    },
  ],
  rules: [{ kind: 'needs' as const, candidateIds: ['MES-01'], needed: 'SEC-01' }],
  withNextBest: true,
  sensitivityOf: ['MES-01', 'SEC-01'],
  worth: [
    { period: 0, more: '25000000' },
    { period: 1, more: '25000000' },
    { role: 'Developer', period: 0, more: '460' },
  ],
};

test('what a scenario was computed from is asked again as it was', () => {
  const draft = draftOf(asked, 'Plan of the year');
  expect(draft).toMatchObject({ budget: '1500000 900000.50', moreBudget: '250000', moreHours: '460' });
  expect(draft.candidates[0]).toMatchObject({ worth: '- 2150000', costs: '500000', hours: ['400'] });
  const read = questionOf(draft);
  expect('value' in read && { scenarioId: asked.scenarioId, ...read.value }).toEqual(asked);
  const giving = questionOf(draftOf({ ...asked, givesKeptBudgets: true }, asked.name));
  expect(giving).toMatchObject({ value: { givesKeptBudgets: true } });
});

test('the first thing that cannot be read is said with what is wanted', () => {
  const draft = draftOf(asked, 'Another');
  const [first, second] = draft.candidates;
  if (!first || !second) throw new Error('Two candidates are needed.');
  const problems = [
    { ...draft, budget: '1500000' },
    { ...draft, roles: [{ role: 'Developer', hours: '1040 many' }] },
    { ...draft, candidates: [{ ...first, costs: '' }] },
    { ...draft, candidates: [{ ...first, worth: '- -' }] },
    { ...draft, candidates: [{ ...first, hours: ['1.5'] }] },
    { ...draft, candidates: [] },
    { ...draft, candidates: [first] },
    { ...draft, moreHours: 'some' },
  ].map((one) => {
    const read = questionOf(one);
    return 'problem' in read ? read.problem : 'read';
  });
  expect(problems).toEqual([
    'The budget needs 2 amounts, one for each of 2027-Q1, 2027-Q2.',
    'Developer needs 2 whole numbers of hours, one for each period.',
    'MES-01: its cost is an amount for each period that it lasts.',
    'MES-01: it may start in no period.',
    'MES-01: its hours of Developer are whole numbers, one for each period that it lasts.',
    'There is no project to choose from. Add one.',
    '“MES-01 needs SEC-01” names SEC-01, which is no project of the list.',
    '“some” is no number of more hours; write it as 480.',
  ]);
});

test('a row pasted from a spreadsheet is a list', () => {
  const read = questionOf({ ...draftOf(asked, 'Pasted'), budget: '1500000\t900000' });
  expect('value' in read && read.value.budgetMinor).toEqual(['150000000', '90000000']);
});

test('a scenario by scores stays one by scores when it is varied', () => {
  const draft = draftOf({ ...asked, scoringRoundId: '22222222-2222-4222-8222-222222222222' }, 'Varied');
  expect(questionOf(draft)).toMatchObject({
    value: { scoringRoundId: '22222222-2222-4222-8222-222222222222' },
  });
  const typed = questionOf({ ...draft, scoringRoundId: '' });
  expect('value' in typed && 'scoringRoundId' in typed.value).toBe(false);
});
