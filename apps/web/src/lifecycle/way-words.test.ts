import { expect, test } from '@jest/globals';
import {
  actWords,
  isMetByEvidence,
  isOverridable,
  reasonWords,
  stepWords,
  stopWords,
  whoWords,
} from './way-words.js';

test('each way on is an act with a name, one that nobody named says where it leads', () => {
  expect(actWords('candidate', 'approved')).toBe('Approve it');
  expect(actWords('candidate', 'proposal')).toBe('Send it back for another round');
  expect(actWords('benefits', 'in-review')).toBe('Move it to in review');
});

test('what is not approved yet is refused, what runs is stopped', () => {
  expect(['idea', 'candidate', 'approved', 'delivery'].map(stopWords)).toEqual([
    'Refuse it',
    'Refuse it',
    'Stop it',
    'Stop it',
  ]);
});

test('who decides is told in words', () => {
  expect(whoWords(['pmo', 'sponsor', 'submitter'])).toBe('the PMO or a sponsor or who submitted it');
});

test('only what a document can show is met by naming one', () => {
  const guard = (name: string, found: string) => isMetByEvidence({ guard: name, found });
  expect(guard('evidence', 'no decision named')).toBe(true);
  expect(guard('work-done', 'no plan and no evidence')).toBe(true);
  expect(guard('work-done', '3 tasks not done')).toBe(false);
  expect(guard('sponsor', 'no sponsor')).toBe(false);
});

test('a reason overrides what others left open, but no open risk and no missing acceptance', () => {
  const guards = [
    'others-clear',
    'tasks-done',
    'lessons-recorded',
    'register-settled',
    'deliverables-accepted',
  ];
  const overridable = guards.filter((guard) => isOverridable({ guard, found: 'something' }));
  expect(overridable).toEqual(['others-clear', 'tasks-done', 'lessons-recorded']);
});

test('a step of the history says from where to where and by whom', () => {
  const step = { number: 3, reason: 'Worth it.', checked: [], at: '2026-03-01T09:00:00Z' };
  expect(stepWords({ ...step, from: 'candidate', to: 'approved', act: 'moved', byName: 'Sam Rossi' })).toBe(
    'Candidate → Approved: was moved by Sam Rossi',
  );
  expect(stepWords({ ...step, to: 'delivery', act: 'adopted' })).toBe(
    'Delivery: was there before its steps were kept',
  );
});

test('reasons for a stop are words, the one that only gates give too', () => {
  expect([reasonWords('too-costly'), reasonWords('gate-decision')]).toEqual([
    'It costs too much',
    'Gate decision',
  ]);
});
