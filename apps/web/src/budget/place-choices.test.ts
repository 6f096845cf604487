import { expect, test } from '@jest/globals';
import { placeChoices } from './place-choices.js';

const pmo = { isApprover: true, isManager: true };
const sponsor = { isApprover: true, isManager: false };
const manager = { isApprover: false, isManager: true };

test('who approves budgets lays funds at the top and below; the PMO puts projects under them', () => {
  const top = ['funding-source', 'portfolio', 'programme'];
  expect(placeChoices({ under: undefined, ...pmo })).toEqual(top);
  expect(placeChoices({ under: undefined, ...sponsor })).toEqual(top);
  expect(placeChoices({ under: 'programme', ...pmo })).toEqual(['project']);
  expect(placeChoices({ under: 'programme', ...sponsor })).toEqual([]);
});

test('a manager parts a project and its control accounts, and lays no funds', () => {
  expect(placeChoices({ under: undefined, ...manager })).toEqual([]);
  expect(placeChoices({ under: 'portfolio', ...manager })).toEqual([]);
  expect(placeChoices({ under: 'project', ...manager })).toEqual(['control-account', 'work-package']);
  expect(placeChoices({ under: 'control-account', ...manager })).toEqual(['control-account', 'work-package']);
  expect(placeChoices({ under: 'work-package', ...manager })).toEqual([]);
});
