import { expect, test } from '@jest/globals';
import { draftOf, goalBody, worksFor } from './goal-draft.js';

const work = (assignmentId: string) => ({
  assignmentId,
  projectId: 'p',
  taskName: `Task ${assignmentId}`,
  start: '2026-11-02',
  finish: '2026-11-06',
});
const goal = {
  goalId: 'g',
  version: 2,
  skill: 'Validation',
  level: 3,
  by: '2027-06-30',
  why: 'To lead one.',
  state: 'late' as const,
  currentLevel: 2,
  startLevel: 1,
  evidence: [],
  assignments: [work('over')],
  openings: [],
};

test('a goal that is changed keeps all that the form does not touch', () => {
  const { skill, level, by, why } = goal;
  expect(goalBody(draftOf(goal), { personId: 'ines' })).toEqual({
    skill,
    level,
    by,
    why,
    assignmentIds: ['over'],
    personId: 'ines',
  });
});

test('work that is over can stay with a goal, and is named once', () => {
  const plan = { assignments: [work('over'), work('next')] };
  expect(worksFor(plan, goal).map(({ assignmentId }) => assignmentId)).toEqual(['over', 'next']);
  expect(worksFor({ assignments: [work('next')] }).map(({ assignmentId }) => assignmentId)).toEqual(['next']);
});
