import { expect, test } from '@jest/globals';
import { becomesWords, owesBudgets, progressWords, standingOf } from './change-words.js';

const line = (part: object) => ({
  scenarioId: 's',
  candidateId: 'A',
  version: 1,
  name: 'Bridge',
  change: 'begin' as const,
  review: 'open' as const,
  ...part,
});

test('a line says what becomes of its project', () => {
  expect(becomesWords(line({ startsIn: '2027-Q2' }))).toBe('begins in 2027-Q2');
  expect(becomesWords(line({ change: 'stop' }))).toBe('stops');
  expect(becomesWords(line({ change: 'move', isKept: true, startsIn: '2027-Q2' }))).toBe(
    'goes on as it is, with a new budget',
  );
  expect(becomesWords(line({ change: 'move', startedIn: '2027-Q1', startsIn: '2027-Q2' }))).toBe(
    'moves from 2027-Q1 to 2027-Q2',
  );
});

test('what came of a line counts before what its owner said', () => {
  expect(standingOf(line({ review: 'accepted' })).word).toBe('Accepted');
  expect(standingOf(line({ review: 'accepted', outcome: 'refused' })).word).toBe('Refused');
});

test('a change-set says what is missing, then what became of it', () => {
  const lines = [line({ review: 'accepted' }), line({})];
  expect(progressWords({ state: 'in-review', lines })).toBe('1 of 2 lines not answered');
  expect(progressWords({ state: 'in-review', lines: lines.slice(0, 1) })).toBe('every line is answered');
  const settled = [line({ outcome: 'applied' }), line({ outcome: 'applied' }), line({ outcome: 'left-out' })];
  expect(progressWords({ state: 'applied', lines: settled })).toBe('2 carried out, 1 left out');
  expect(progressWords({ state: 'superseded', lines })).toContain('superseded');
});

test('budgets are owed by applied lines of projects that were accepted and not posted', () => {
  const owed = line({ projectId: 'p', review: 'accepted', newBudgetMinor: '100' });
  const owes = (state: 'applied' | 'in-review', part: object) =>
    owesBudgets({ state, lines: [{ ...owed, ...part }] });
  expect(owes('applied', {})).toBe(true);
  expect(owes('applied', { budgetOutcome: 'refused' })).toBe(true);
  expect(owes('applied', { budgetOutcome: 'posted' })).toBe(false);
  expect(owes('applied', { review: 'contested' })).toBe(false);
  expect(owes('applied', { projectId: undefined })).toBe(false);
  expect(owes('in-review', {})).toBe(false);
});
