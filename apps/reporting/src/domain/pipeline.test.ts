import { expect, test } from '@jest/globals';
import { pipelineOf } from './pipeline.js';

test('what may become a project is counted by its stage, an empty stage as none', () => {
  const counts = [
    { stage: 'candidate', projects: 2 },
    { stage: 'idea', projects: 5 },
    { stage: 'delivery', projects: 9 },
  ];
  expect(pipelineOf(counts)).toEqual([
    { stage: 'idea', projects: 5 },
    { stage: 'proposal', projects: 0 },
    { stage: 'candidate', projects: 2 },
  ]);
});
