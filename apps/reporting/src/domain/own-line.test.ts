import { expect, test } from '@jest/globals';
import { answerDue, answerOwed, figuresReady } from './own-line.js';

test('who owes an answer learns the day, and nothing that tells one concern from another', () => {
  const { title, detail, severity } = answerDue({ answerBy: '2026-11-20' });
  expect({ title, severity }).toEqual({ title: 'A concern waits for your answer', severity: 'red' });
  expect(detail).toContain('by 2026-11-20');
});

test('their line managers learn who owes it', () => {
  const owed = (...waitsForNames: string[]) => answerOwed({ answerBy: '2026-11-20', waitsForNames }).title;
  expect(owed('Ada Boss')).toBe('Ada Boss owes an answer to a concern');
  expect(owed('Ada', 'Bo')).toBe('Ada, Bo owe an answer to a concern');
  expect(owed('A', 'B', 'C', 'D', 'E', 'F', 'G')).toBe('A, B, C, D, E, 2 more owe an answer to a concern');
  expect(owed()).toBe('One of your people owes an answer to a concern');
});

test('figures are the person alone until a day, or for good where there is no line manager', () => {
  const ready = { period: '2026-Q3', releasedOn: '2026-10-26' };
  expect(figuresReady({ ...ready, lineManagerId: 'a' }).detail).toContain('or on 2026-10-26');
  expect(figuresReady(ready).detail).not.toContain('line manager');
  expect(figuresReady(ready)).toMatchObject({ period: '2026-Q3', dueOn: '2026-10-26', severity: 'amber' });
});
