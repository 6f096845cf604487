import { expect, test } from '@jest/globals';
import type { RaidChange } from '@meridian/contracts-projects';
import { changeSentence, standingOf } from './raid-words.js';

const change: RaidChange = {
  version: 2,
  deed: 'revised',
  changedAt: '2026-11-23T10:00:00.000Z',
  changedBy: 'anna',
  changedByName: 'Anna Meyer',
  reason: 'The contract is signed',
  fields: [
    { field: 'inherentProbabilityPercent', before: '30', after: '10' },
    { field: 'responseCostMinor', after: '150000' },
    { field: 'ownerPersonId', before: 'a', after: 'b' },
    { field: 'ownerName', before: 'Ada', after: 'Grace' },
  ],
};

test('a step of the history reads as a sentence with amounts and without ids', () => {
  expect(changeSentence(change, 'EUR').replace(/\s/g, ' ')).toMatch(
    /^Anna Meyer changed it: inherent probability percent 30 → 10, response cost nothing → .*1[,.]500.*, owner name Ada → Grace\. “The contract is signed”$/,
  );
  expect(changeSentence({ ...change, deed: 'raised', reason: undefined }, 'EUR')).toBe(
    'Anna Meyer raised it.',
  );
});

test('what is open and past its day is overdue, whatever else', () => {
  expect(standingOf({ status: 'open', isOverdue: true }).word).toBe('Overdue');
  expect(standingOf({ status: 'averted', isOverdue: false }).word).toBe('Averted');
  expect(standingOf({ status: 'open', isOverdue: false }).state).toBe('at-risk');
  expect(standingOf({ status: 'open', isOverdue: false, effect: 'opportunity' }).state).toBe('unknown');
});
