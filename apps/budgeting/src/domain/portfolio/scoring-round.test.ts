import { expect, test } from '@jest/globals';
import { requireRating, requireRoundChange } from './scoring-round.js';
import type { ScoringRound } from './scoring-round.js';
import { requireScoringModel } from './scoring-model.js';
import type { ScoringModel } from './scoring-model.js';

const model: ScoringModel = {
  modelId: 'm',
  version: 2,
  name: 'Model',
  lowest: '1',
  highest: '5',
  missing: 'incomplete',
  criteria: [
    {
      criterionId: 'fit',
      name: 'Fit to strategy',
      weight: '1',
      rubric: [
        { score: '1', meaning: 'none' },
        { score: '5', meaning: 'a goal of its own' },
      ],
    },
  ],
};
const round: ScoringRound = {
  name: 'Spring',
  modelId: 'm',
  modelVersion: 2,
  state: 'open',
  candidates: [
    { candidateId: 'A', name: 'Bridge' },
    { candidateId: 'B', name: 'Ferry' },
  ],
  raters: [
    { personId: 'anna', name: 'Anna' },
    { personId: 'jon', name: 'Jon' },
  ],
};
const scored = [{ candidateId: 'A', personId: 'anna' }];
const rate = (change: Partial<Parameters<typeof requireRating>[2]>, of = round) =>
  requireRating(of, model, {
    candidateId: 'A',
    personId: 'anna',
    scores: [{ criterionId: 'fit', score: '4' }],
    ...change,
  });

test('a round that has scores keeps its model, the candidates scored and who scored them', () => {
  const change =
    (next: Partial<ScoringRound>, of = scored) =>
    () =>
      requireRoundChange({ ...round, ...next }, round, of);
  expect(change({ modelVersion: 3 })).toThrow('keep the model');
  expect(change({ candidates: round.candidates.slice(1) })).toThrow('Bridge stays in it');
  expect(change({ raters: round.raters.slice(1) })).toThrow('Anna has scored');
  expect(
    change({ candidates: round.candidates.slice(0, 1), raters: round.raters.slice(0, 1) }),
  ).not.toThrow();
  expect(change({ modelVersion: 3, candidates: round.candidates.slice(1) }, [])).not.toThrow();
});

test('a closed round stays as it is, and takes no scores', () => {
  const closed: ScoringRound = { ...round, state: 'closed' };
  expect(() => requireRoundChange(round, closed, [])).toThrow('is closed and stays as it is');
  expect(() => rate({}, closed)).toThrow('is closed and stays as it is');
});

test('nobody and nothing is in a round twice', () => {
  const twice = { ...round, candidates: [...round.candidates, ...round.candidates] };
  expect(() => requireRoundChange(twice, undefined, [])).toThrow('A is named twice');
});

test('scores are taken from its raters, for its candidates, on its criteria and its scale', () => {
  expect(() => rate({})).not.toThrow();
  expect(() => rate({ scores: [] })).not.toThrow();
  expect(() => rate({ personId: 'sam' })).toThrow('not among the raters');
  expect(() => rate({ candidateId: 'C' })).toThrow('no candidate C');
  expect(() => rate({ scores: [{ criterionId: 'cost', score: '4' }] })).toThrow('The scores name cost');
  const twice = { criterionId: 'fit', score: '4' };
  expect(() => rate({ scores: [twice, twice] })).toThrow('at most once: fit');
  expect(() => rate({ scores: [{ criterionId: 'fit', score: '6' }] })).toThrow('between 1 and 5');
});

test('a rubric tells what the ends of the scale mean, and no score twice', () => {
  const told = (...scores: string[]) => {
    const rubric = scores.map((score) => ({ score, meaning: 'told' }));
    const criteria = model.criteria.map((criterion) => ({ ...criterion, rubric }));
    return () => requireScoringModel({ ...model, criteria });
  };
  expect(told('1', '3', '5')).not.toThrow();
  expect(told('1', '3')).toThrow('it must tell what 1 and 5 mean');
  expect(told('1', '1.0', '5')).toThrow('no score twice');
  expect(told('0', '5')).toThrow('between 1 and 5');
});
