import { expect, test } from '@jest/globals';
import {
  mayManageProject,
  maySeeProject,
  requireManager,
  requireVisible,
  visibleProjects,
} from './project-access.js';

const jon = { subject: 'jon', personId: 'p-jon', roles: ['project-manager'] };
const anna = { subject: 'anna', personId: 'p-anna', roles: ['pmo-manager'] };
const tom = { subject: 'tom', personId: 'p-tom', roles: ['team-member'] };
const kai = { subject: 'kai', personId: 'p-kai', roles: ['contractor'] };
const open = { isConfidential: false, managerPersonId: 'p-jon' };
const secret = { isConfidential: true, managerPersonId: 'p-jon' };

test('a confidential project is seen by the PMO and by its own manager, not by a team member', () => {
  expect([anna, jon, tom].map((person) => maySeeProject(person, secret))).toEqual([true, true, false]);
});

test('a contractor sees no project that does not name them', () => {
  expect(maySeeProject(kai, open)).toBe(false);
  expect(maySeeProject(kai, { ...open, sponsorPersonId: 'p-kai' })).toBe(true);
});

test('a project manager manages the own project only', () => {
  expect(mayManageProject(jon, open)).toBe(true);
  expect(mayManageProject(jon, { ...open, managerPersonId: 'p-priya' })).toBe(false);
});

test('somebody without a role sees nothing', () => {
  expect(maySeeProject({ subject: 'x', roles: [] }, open)).toBe(false);
  expect(visibleProjects({ subject: 'x', roles: [] })).toEqual({
    OR: [{ managerPersonId: 'x' }, { sponsorPersonId: 'x' }],
  });
});

test('a hidden project and a missing one are refused with the same words', () => {
  const words = (project: typeof secret | null): string => {
    try {
      requireVisible(tom, project);
      return 'seen';
    } catch (error) {
      return String(error);
    }
  };
  expect(words(secret)).toBe(words(null));
  expect(() => requireManager(tom, open)).toThrow('Only the project manager of this project or the PMO');
});
