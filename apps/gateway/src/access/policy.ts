/** What someone is in the organisation; comes with the access token. `integration` is an outside system. */
export const roles = [
  'pmo-manager',
  'project-manager',
  'resource-manager',
  'quality-manager',
  'sponsor',
  'team-member',
  'contractor',
  'integration',
] as const;
export type Role = (typeof roles)[number];

/** What a route asks for. Reading a kind of record and changing it are two permissions. */
export const permissions = [
  'portfolio:read',
  'portfolio:write',
  'project:read',
  'project:write',
  'idea:submit',
  'progress:report',
  'budget:approve',
  'budget:write',
  'benefit:measure',
  'candidate:score',
  'rate:read',
  'rate:write',
  'resource:read',
  'resource:write',
  'time:write',
  'time:decide',
  'quality:write',
  'quality:sign',
  'quality:accept',
  'governance:plan',
  'governance:prepare',
  'governance:decide',
  'connector:send',
  'connector:manage',
  'live:read',
] as const;
export type Permission = (typeof permissions)[number];

/** Anybody who works here or with us may have an idea. */
const reading: readonly Permission[] = ['portfolio:read', 'project:read', 'idea:submit', 'live:read'];
/**
 * Any employee may own a benefit, be asked to score candidates, and be a line manager who decides on the time of others; who
 * owns which, who is asked and who manages whom is known to budgeting and resourcing.
 */
const inside: readonly Permission[] = [
  ...reading,
  'benefit:measure',
  'candidate:score',
  'time:write',
  'time:decide',
];

/**
 * The one table of function-level permissions. Which records someone may see or change is decided by the services,
 * on the loaded record, from the claims.
 */
export const policy: Readonly<Record<Role, readonly Permission[]>> = {
  'pmo-manager': permissions.filter((one) => one !== 'quality:sign'),
  'project-manager': [
    ...inside,
    'project:write',
    'progress:report',
    'budget:write',
    'resource:read',
    'quality:write',
    'governance:prepare',
  ],
  'resource-manager': [...inside, 'resource:read', 'resource:write'],
  'quality-manager': [...inside, 'quality:write', 'quality:sign', 'quality:accept'],
  sponsor: [...inside, 'budget:approve', 'quality:accept', 'governance:decide'],
  'team-member': [...inside, 'progress:report'],
  contractor: ['project:read', 'idea:submit', 'live:read', 'time:write'],
  integration: ['connector:send'],
};

/** What a route may be opened to: a permission (preferred) or a role. */
export type Grant = Permission | Role;

/** Whether someone with these roles meets at least one of the grants. Unknown roles count for nothing. */
export function permits(held: readonly string[], grants: readonly Grant[]): boolean {
  return held.some((role) => {
    const carried = Object.hasOwn(policy, role) ? policy[role as Role] : undefined;
    return (
      carried !== undefined && grants.some((grant) => grant === role || carried.includes(grant as Permission))
    );
  });
}

/** Everything someone with these roles may do, in the order of `permissions`: for the client, to show what works. */
export function permissionsOf(held: readonly string[]): readonly Permission[] {
  return permissions.filter((permission) => permits(held, [permission]));
}
