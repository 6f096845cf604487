import { hasRole, mayManageProject } from '@meridian/access';
import type { Claims } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../database.js';
import { lockVisible, type ProjectRow } from '../projects.js';

/**
 * The project, locked, for one of its team: who manages it, and team members whom its plan assigns to some task. A plan
 * names people by name only.
 *
 * @throws Refusal when the caller may not see it, `projects/not-on-the-team`, or it is archived
 */
export async function lockForTeam(tx: Tx, projectId: string, claims: Claims): Promise<ProjectRow> {
  const project = await lockVisible(tx, projectId, claims);
  if (mayManageProject(claims, project)) return project;
  const where = { projectId, resourceKind: 'work', resourceName: claims.name };
  if (hasRole(claims, ['team-member']) && (await tx.assignment.count({ where })) > 0) return project;
  throw new Refusal(
    'projects/not-on-the-team',
    'The plan of this project assigns nothing to you; ask the project manager to do it.',
    { kind: 'forbidden' },
  );
}
