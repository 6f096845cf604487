import { expect, test } from '@jest/globals';
import { changesToDo, firstDayOf, requireAllReviewed, requireInReview, requireReview } from './change-set.js';
import type { CandidateChange } from './scenario-changes.js';

const change = (candidateId: string, kind: CandidateChange['change']): CandidateChange => ({
  candidateId,
  name: `Project ${candidateId}`,
  change: kind,
});
const undone = (candidateId: string, kind: CandidateChange['change']) => ({
  candidateId,
  name: `Project ${candidateId}`,
  change: kind,
});
const told = (...both: Parameters<typeof changesToDo>) =>
  changesToDo(...both).map((one) => `${one.candidateId} ${one.change}`);

test('what stays needs nobody to do anything', () => {
  const changes = [change('A', 'begin'), change('B', 'keep'), change('C', 'stop'), change('D', 'move')];
  expect(told(changes, [])).toEqual(['A begin', 'C stop', 'D move']);
});

test('what stays is a line where the scenario gives it a budget and it is a project', () => {
  const bridge = { ...change('B', 'keep'), projectId: 'bridge' };
  const changes = [change('A', 'begin'), bridge, change('C', 'keep')];
  expect(told(changes, [])).toEqual(['A begin']);
  expect(told(changes, [], { givesKeptBudgets: true })).toEqual(['A begin', 'B keep']);
  // What was not carried out yet goes before; a budget that nobody posted is decided on anew.
  expect(told([bridge], [undone('B', 'move')], { givesKeptBudgets: true })).toEqual(['B move']);
  expect(told([bridge], [undone('B', 'keep')], { givesKeptBudgets: true })).toEqual(['B keep']);
  expect(told([change('B', 'stop')], [undone('B', 'keep')])).toEqual(['B stop']);
  expect(told([change('B', 'move')], [undone('B', 'keep')])).toEqual(['B move']);
});

test('what the scenario before ordered and nobody did is still to be done', () => {
  expect(told([change('A', 'keep')], [undone('A', 'begin')])).toEqual(['A begin']);
  expect(told([change('A', 'move')], [undone('A', 'begin')])).toEqual(['A begin']);
  expect(told([change('A', 'keep')], [undone('A', 'move')])).toEqual(['A move']);
  expect(told([change('A', 'stop')], [undone('A', 'move')])).toEqual(['A stop']);
  expect(told([], [undone('A', 'stop')])).toEqual(['A stop']);
});

test('what never began is not stopped, and what never stopped is not begun again', () => {
  expect(told([change('A', 'stop')], [undone('A', 'begin')])).toEqual([]);
  expect(told([change('A', 'begin')], [undone('A', 'stop')])).toEqual(['A move']);
});

test('a change is contested with a reason, and applied when all were reviewed', () => {
  expect(() => requireReview('accepted', undefined)).not.toThrow();
  expect(() => requireReview('contested', ' ')).toThrow('contested with a reason');
  const line = (name: string, review: 'open' | 'accepted' | 'contested') => ({ name, review });
  expect(() => requireAllReviewed([line('Bridge', 'accepted'), line('Ferry', 'contested')])).not.toThrow();
  expect(() => requireAllReviewed([line('Bridge', 'open'), line('Ferry', 'accepted')])).toThrow(
    'becomes of Bridge;',
  );
  expect(() => requireInReview({ state: 'applied', name: 'Spring' })).toThrow('"Spring" is applied');
});

test('the first day of a period is read off its usual names', () => {
  expect(['2027', '2027-H2', '2027-Q3', '2027-05', '2027-Q5', 'Spring'].map(firstDayOf)).toEqual([
    '2027-01-01',
    '2027-07-01',
    '2027-07-01',
    '2027-05-01',
    undefined,
    undefined,
  ]);
});
