import { expect, test } from '@jest/globals';
import { OpenQuestions } from './open-questions.js';

test('a question that was taken back while it waited is let go at once and never begun', () => {
  const questions = new OpenQuestions();
  const letGo: string[] = [];
  const question = questions.open('q1', () => letGo.push('q1'));
  questions.takeBack('q1');
  questions.takeBack('q1');
  expect(letGo).toEqual(['q1']);
  expect(question.begin()).toBe(false);
});

test('a question that has begun goes on, and can see that nobody waits for it', () => {
  const questions = new OpenQuestions();
  const letGo: string[] = [];
  const question = questions.open('q1', () => letGo.push('q1'));
  expect(question.begin()).toBe(true);
  expect(question.isTakenBack).toBe(false);
  questions.takeBack('q1');
  expect(question.isTakenBack).toBe(true);
  expect(letGo).toEqual([]);
});

test('taking back touches no other question, nor one that has no id or is over', () => {
  const questions = new OpenQuestions();
  const untouched = [questions.open('q1', fail), questions.open(null, fail), questions.open('q3', fail)];
  questions.close('q3');
  questions.close(null);
  questions.takeBack('q2');
  questions.takeBack('q3');
  expect(untouched.map((question) => question.begin())).toEqual([true, true, true]);
});

function fail(): never {
  throw new Error('It was let go.');
}
