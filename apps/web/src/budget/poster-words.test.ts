import { expect, test } from '@jest/globals';
import { posterWords } from './poster-words.js';

const person = '0a6c5d1e-77b1-4c6f-8d51-1c9b7d0e5a21';
const nobody = new Map<string, string>();

test('whoever sees a posting reads a name, a system or a role, and never an id', () => {
  const entry = { postedBy: person, entryKind: 'invoice' };
  expect(posterWords({ ...entry, postedByName: 'Jon Bell' }, nobody)).toBe('Jon Bell');
  expect(posterWords(entry, new Map([[person, 'Jon Bell']]))).toBe('Jon Bell');
  expect(posterWords(entry, nobody)).toBe('Project manager or PMO');
  expect(posterWords({ ...entry, entryKind: 'allocation' }, nobody)).toBe('PMO or sponsor');
  expect(posterWords({ ...entry, postedBy: 'connectors' }, nobody)).toBe('Connectors');
  expect(posterWords({ entryKind: 'invoice' }, nobody)).toBeUndefined();
});
