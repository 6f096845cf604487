import { Refusal } from '@meridian/refusal';
import type { AdoptedPlan } from '../plan-export/plan-file-of-plan.js';
import type { TemplateRole } from './template-content.js';

type Assigned = AdoptedPlan['assignments'][number];

/** Assignments as roles: by the name that is given for a name, else by that name itself. */
export function rolesOf(
  assignments: readonly Assigned[],
  roles: ReadonlyMap<string, string>,
): (Omit<TemplateRole, 'taskKey'> & { readonly taskId: string })[] {
  return assignments.map(({ taskId, resourceName, resourceKind, unitsPercent, workMinutes }) => ({
    taskId,
    role: roles.get(resourceName) ?? resourceName,
    kind: resourceKind,
    unitsPercent,
    workMinutes,
  }));
}

/**
 * Who has an e-mail or a number in the plan is a person and needs a role; a bare name is taken for one already, as plans
 * name roles.
 *
 * @throws Refusal `projects/template-names-people`, `projects/template-role-unknown`
 */
export function requireRoles(assignments: readonly Assigned[], roles: ReadonlyMap<string, string>): void {
  requireForPeople(
    assignments.filter(({ resourceKind }) => resourceKind === 'work'),
    roles,
  );
  requireKnown(assignments, roles);
}

function requireForPeople(people: readonly Assigned[], roles: ReadonlyMap<string, string>): void {
  const nameless = people.filter(
    ({ resourceName, resourceKey }) => resourceKey !== null && !roles.has(resourceName),
  );
  const names = [...new Set(nameless.map(({ resourceName }) => resourceName))].sort();
  if (names.length === 0) return;
  throw new Refusal(
    'projects/template-names-people',
    `A template holds roles, not people: say which role stands for ${names.slice(0, 5).join(', ')}${
      names.length > 5 ? ` and ${names.length - 5} more` : ''
    }.`,
    { kind: 'unprocessable', details: { names: names.slice(0, 100) } },
  );
}

function requireKnown(assignments: readonly Assigned[], roles: ReadonlyMap<string, string>): void {
  const known = new Set(assignments.map(({ resourceName }) => resourceName));
  const unknown = [...roles.keys()].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Refusal(
    'projects/template-role-unknown',
    `Nobody called "${unknown[0]}" works in this plan; roles are given to names that it has.`,
    { kind: 'unprocessable', details: { names: unknown.slice(0, 100) } },
  );
}
