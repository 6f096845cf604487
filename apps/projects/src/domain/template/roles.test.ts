import { expect, test } from '@jest/globals';
import { requireRoles, rolesOf } from './roles.js';

function assigned(resourceName: string, resourceKey: string | null = null, resourceKind = 'work') {
  return { taskId: 'dig', resourceName, resourceKey, resourceKind, unitsPercent: 100, workMinutes: 480 };
}

const ada = assigned('Ada Lovelace', 'ada@example.org');

test('who is known by an e-mail is a person and needs a role; a bare name is one already', () => {
  const plan = [ada, assigned('Site lead'), assigned('Concrete', 'C-30', 'material')];
  expect(() => requireRoles(plan, new Map())).toThrow(
    'A template holds roles, not people: say which role stands for Ada Lovelace.',
  );
  expect(() => requireRoles(plan, new Map([['Ada Lovelace', 'Analyst']]))).not.toThrow();
});

test('roles take the place of names, materials keep theirs, and nobody is known by an address any more', () => {
  const roles = rolesOf(
    [ada, assigned('Concrete', 'C-30', 'material')],
    new Map([['Ada Lovelace', 'Analyst']]),
  );
  expect(roles).toEqual([
    { taskId: 'dig', role: 'Analyst', kind: 'work', unitsPercent: 100, workMinutes: 480 },
    { taskId: 'dig', role: 'Concrete', kind: 'material', unitsPercent: 100, workMinutes: 480 },
  ]);
});

test('a role for somebody whom the plan does not have is refused', () => {
  expect(() =>
    requireRoles(
      [ada],
      new Map([
        ['Ada Lovelace', 'Analyst'],
        ['Bob', 'Clerk'],
      ]),
    ),
  ).toThrow('Nobody called "Bob" works in this plan');
});
