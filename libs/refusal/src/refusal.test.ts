import { expect, test } from '@jest/globals';
import { Refusal } from './refusal.js';

test('a refusal keeps its code, kind and facts across the wire', () => {
  const refusal = new Refusal('projects/task-closed', 'The task is closed.', {
    kind: 'unprocessable',
    details: { taskId: 't1' },
  });
  const arrived = Refusal.from(JSON.parse(JSON.stringify(refusal)));
  expect(arrived).toBeInstanceOf(Refusal);
  expect(arrived.toJSON()).toEqual({
    code: 'projects/task-closed',
    sentence: 'The task is closed.',
    kind: 'unprocessable',
    details: { taskId: 't1' },
  });
});

test('a code that is not service/kebab-code is a defect, named as such', () => {
  expect(() => new Refusal('TaskClosed', 'no')).toThrow('Refusal code "TaskClosed" is not of the form');
});
