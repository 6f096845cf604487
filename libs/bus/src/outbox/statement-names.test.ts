import { expect, test } from '@jest/globals';
import { forgetStatements, statementName } from './statement-names.js';

test('a statement gets a name when it comes for the third time, and keeps it', () => {
  expect([statementName('SELECT 1'), statementName('SELECT 1')]).toEqual([undefined, undefined]);
  const name = statementName('SELECT 1');
  expect(name).toBeDefined();
  expect(statementName('SELECT 1')).toBe(name);
});

test('no name stands for two statements, not even after all were forgotten', () => {
  const named = (text: string) => [1, 2, 3].map(() => statementName(text)).at(-1);
  const before = [named('SELECT 2'), named('SELECT 3')];
  forgetStatements();
  const names = [...before, named('SELECT 2'), named('SELECT 4')];
  expect(new Set(names).size).toBe(names.length);
});

test('the number of names is bounded', () => {
  forgetStatements();
  const names = Array.from({ length: 1_000 }, (_, at) =>
    [1, 2, 3].map(() => statementName(`SELECT ${at}`)).at(-1),
  );
  expect(names.filter((name) => name !== undefined)).toHaveLength(250);
});
