import type { Role } from '../../access/policy.js';

/** One request that is well formed, and who may send it. */
export interface BusinessRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** As the controllers write it. */
  readonly path: string;
  readonly roles: readonly Role[];
  /** What a service is asked: `owner.verb-noun`, several with blanks between. */
  readonly asks: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** What a read cannot go without, with its question mark. */
  readonly query?: string;
  /** A POST that only asks: it has no idempotency key. */
  readonly changesNothing?: true;
}

export const anId = '22222222-2222-4222-8222-222222222222';
export const project = 'v1/projects/:projectId';

export const inside: readonly Role[] = [
  'pmo-manager',
  'project-manager',
  'resource-manager',
  'quality-manager',
  'sponsor',
  'team-member',
];
export const people: readonly Role[] = [...inside, 'contractor'];
export const managing: readonly Role[] = ['pmo-manager', 'project-manager'];
export const staffing: readonly Role[] = ['pmo-manager', 'resource-manager'];
export const deciding: readonly Role[] = ['pmo-manager', 'sponsor'];
export const spending: readonly Role[] = [...managing, 'sponsor'];

export function reading(
  path: string,
  roles: readonly Role[],
): Pick<BusinessRoute, 'method' | 'path' | 'roles'> {
  return { method: 'GET', path: `/${path}`, roles };
}

export function posting(
  path: string,
  roles: readonly Role[],
): Pick<BusinessRoute, 'method' | 'path' | 'roles'> {
  return { method: 'POST', path: `/${path}`, roles };
}
