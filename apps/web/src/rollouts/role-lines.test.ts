import { expect, test } from '@jest/globals';
import { roleLines } from './role-lines.js';

test('each line gives a role for somebody, and empty lines give none', () => {
  expect(roleLines('Ada Lovelace = Analyst\n\n Bob=Plant manager ')).toEqual({
    value: [
      { resourceName: 'Ada Lovelace', role: 'Analyst' },
      { resourceName: 'Bob', role: 'Plant manager' },
    ],
  });
});

test('a line without a role is said, with an example', () => {
  expect(roleLines('Ada Lovelace')).toEqual({
    problem: '“Ada Lovelace” is not like “Ada Lovelace = Analyst”.',
  });
});
