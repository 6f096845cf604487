import { expect, test } from '@jest/globals';
import { draftOfModel, emptyCriterion, modelOf, percentOf, weightOf } from './model-draft.js';

const draft = {
  ...draftOfModel(undefined),
  name: 'Strategy first',
  criteria: [
    { ...emptyCriterion, code: 'fit', name: 'Fit', percent: '62.5' },
    { ...emptyCriterion, code: 'risk', name: 'Risk', percent: '37.5', direction: 'lower' as const },
  ],
};

test('weights go from per cent to shares and back without a rounded digit', () => {
  expect(['100', '62.5', '5', '0.25', '12.3456'].map(weightOf)).toEqual([
    '1.00',
    '0.625',
    '0.05',
    '0.0025',
    '0.123456',
  ]);
  expect(['1', '1.00', '0.625', '0.05', '0.0025', '0.5'].map(percentOf)).toEqual([
    '100',
    '100',
    '62.5',
    '5',
    '0.25',
    '50',
  ]);
  expect([weightOf('101'), weightOf('a'), weightOf('')]).toEqual([undefined, undefined, undefined]);
});

test('a model is read as it was written, and written as it was read', () => {
  const read = modelOf(draft);
  expect(read).toMatchObject({
    value: {
      name: 'Strategy first',
      missing: 'incomplete',
      criteria: [
        { criterionId: 'fit', weight: '0.625', direction: 'higher' },
        {
          direction: 'lower',
          rubric: [
            { score: '1', meaning: 'not at all' },
            { score: '5', meaning: 'fully' },
          ],
        },
      ],
    },
  });
  if ('problem' in read) throw new Error(read.problem);
  const kept = {
    ...read.value,
    modelId: 'm',
    version: 2,
    state: 'drafted',
    recordedAt: '',
    recordedBy: '',
  } as const;
  expect(draftOfModel(kept)).toEqual(draft);
});

test('what cannot be read is named before anything is sent', () => {
  const with_ = (part: object) => modelOf({ ...draft, criteria: [{ ...draft.criteria[0]!, ...part }] });
  expect(with_({ percent: 'half' })).toEqual({
    problem: 'Fit: “half” is no weight; write it in per cent, as 12.5.',
  });
  expect(with_({ rubric: 'good' })).toMatchObject({
    problem: expect.stringContaining('each line of its rubric'),
  });
  expect(with_({ code: 'two words' })).toMatchObject({ problem: expect.stringContaining('give it a name') });
  expect(modelOf({ ...draft, criteria: [] })).toMatchObject({ problem: expect.stringContaining('Add one') });
});
