import { Refusal } from '@meridian/refusal';

/** The roles that tokens carry. */
export type Role =
  | 'pmo-manager'
  | 'project-manager'
  | 'resource-manager'
  | 'quality-manager'
  | 'sponsor'
  | 'team-member'
  | 'contractor'
  | 'integration';

/** Who asks: the verified claims of a request fit. */
export interface Person {
  readonly subject: string;
  readonly roles: readonly string[];
  readonly personId?: string;
}

/** What a service must know of a project to decide who may see it. */
export interface ProjectAccess {
  readonly isConfidential: boolean;
  readonly managerPersonId?: string | null;
  readonly sponsorPersonId?: string | null;
}

const SEES_CONFIDENTIAL: readonly string[] = ['pmo-manager', 'sponsor'];
const SEES_OPEN: readonly string[] = [
  ...SEES_CONFIDENTIAL,
  'project-manager',
  'resource-manager',
  'quality-manager',
  'team-member',
];

/**
 * Open projects are seen by everybody of the organisation, confidential ones by the PMO, sponsors and the project's own
 * manager. A contractor sees only projects that name them.
 */
export function maySeeProject(person: Person, project: ProjectAccess): boolean {
  if (isNamed(person, project)) return true;
  return hasRole(person, project.isConfidential ? SEES_CONFIDENTIAL : SEES_OPEN);
}

/** The PMO manages every project, a project manager the own ones. */
export function mayManageProject(person: Person, project: ProjectAccess): boolean {
  if (hasRole(person, ['pmo-manager'])) return true;
  return hasRole(person, ['project-manager']) && isPerson(person, project.managerPersonId);
}

/**
 * The same rule as `maySeeProject`, as a filter for a database question over columns of the same names.
 * `{}` sees all.
 */
export function visibleProjects(person: Person): Record<string, unknown> {
  if (hasRole(person, SEES_CONFIDENTIAL)) return {};
  const id = person.personId ?? person.subject;
  const named = [{ managerPersonId: id }, { sponsorPersonId: id }];
  return { OR: hasRole(person, SEES_OPEN) ? [{ isConfidential: false }, ...named] : named };
}

/** @throws Refusal `access/project-not-found`: whether a hidden project exists is not told. */
export function requireVisible(person: Person, project: ProjectAccess | null | undefined): void {
  if (project && maySeeProject(person, project)) return;
  throw new Refusal('access/project-not-found', 'There is no project with this id that you may see.', {
    kind: 'not-found',
  });
}

/** @throws Refusal `access/project-not-found` or `access/not-your-project`. */
export function requireManager(person: Person, project: ProjectAccess | null | undefined): void {
  requireVisible(person, project);
  if (project && mayManageProject(person, project)) return;
  throw new Refusal(
    'access/not-your-project',
    'Only the project manager of this project or the PMO may do this; ask one of them.',
    { kind: 'forbidden' },
  );
}

export function hasRole(person: Person, roles: readonly string[]): boolean {
  return person.roles.some((role) => roles.includes(role));
}

function isNamed(person: Person, project: ProjectAccess): boolean {
  return isPerson(person, project.managerPersonId) || isPerson(person, project.sponsorPersonId);
}

function isPerson(person: Person, personId: string | null | undefined): boolean {
  return personId != null && personId === (person.personId ?? person.subject);
}
