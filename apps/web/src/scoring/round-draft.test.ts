import { expect, test } from '@jest/globals';
import { readCandidates } from './round-draft.js';

test('candidates are a code and a name a line, linked to the project of that code', () => {
  const projects = new Map([['CRM-03', '11111111-1111-4111-8111-111111111111']]);
  expect(readCandidates('CRM-03 Customer portal\n\n SEC-01\tSigning in ', projects)).toEqual({
    value: [
      { candidateId: 'CRM-03', name: 'Customer portal', projectId: '11111111-1111-4111-8111-111111111111' },
      { candidateId: 'SEC-01', name: 'Signing in' },
    ],
  });
});

test('what is no candidate, or stands there twice, is named', () => {
  const read = (text: string) => readCandidates(text, new Map());
  expect(read('CRM-03')).toMatchObject({ problem: expect.stringContaining('“CRM-03” is no candidate') });
  expect(read('A one\nA two')).toEqual({ problem: 'A stands there twice.' });
  expect(read(' \n')).toEqual({ problem: 'There is no candidate to score.' });
});
