import { expect, test } from '@jest/globals';
import type { ScenarioRule } from '@meridian/contracts-budgeting';
import { readRules, ruleLine } from './rule-lines.js';

const known = new Set(['A', 'B', 'C']);
const rules: ScenarioRule[] = [
  { kind: 'needs', candidateIds: ['A'], needed: 'B' },
  { kind: 'needs', candidateIds: ['A'], needed: 'B', finishesFirst: true },
  { kind: 'together-need', candidateIds: ['A', 'B'], needed: 'C' },
  { kind: 'excludes', candidateIds: ['A', 'C'] },
  { kind: 'at-most', candidateIds: ['A', 'B', 'C'], count: 2 },
  { kind: 'at-least', candidateIds: ['B', 'C'], count: 1 },
];

test('every kind of rule is written as a line and read back as it was', () => {
  const text = rules.map(ruleLine).join('\n');
  expect(text.split('\n')).toEqual([
    'A needs B',
    'A needs B finished',
    'A, B together need C',
    'A excludes C',
    'at most 2 of A, B, C',
    'at least 1 of B, C',
  ]);
  expect(readRules(`\n${text}\n`, known)).toEqual({ value: rules });
});

test('a line that is no rule is shown as it was found', () => {
  expect(readRules('A follows B', known)).toEqual({
    problem: '“A follows B” is no rule. Write it like one of the examples.',
  });
});

test('a rule names projects of the list only', () => {
  expect(readRules('A needs X', known)).toEqual({
    problem: '“A needs X” names X, which is no project of the list.',
  });
});
