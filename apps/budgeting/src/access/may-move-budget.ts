import { requireManager, requireVisible } from '@meridian/access';
import type { Person } from '@meridian/access';
import { isPartOfProject } from '../domain/budget-tree/budget-node.js';
import type { Tx } from '../persistence/database.js';
import type { NodeRow } from '../persistence/budget-nodes.js';
import { requireApproverRole } from './may-change-money.js';

/**
 * Money within one project is moved by its manager; money of funds, between projects and of reserves by who approves
 * budgets.
 *
 * @throws Refusal `access/project-not-found`, `access/not-your-project`, `budgeting/approver-needed`
 */
export async function requireMayMove(
  tx: Tx,
  person: Person,
  nodes: readonly NodeRow[],
  isOfReserve: boolean,
): Promise<void> {
  const projectIds = [...new Set(nodes.flatMap(({ projectId }) => projectId ?? []))];
  const projects = await tx.project.findMany({ where: { projectId: { in: projectIds } } });
  const found = projectIds.map((id) => projects.find(({ projectId }) => projectId === id) ?? null);
  found.forEach((project) => requireVisible(person, project));
  const isWithinOne =
    projectIds.length === 1 && nodes.every(({ projectId }) => projectId !== null) && !isOfReserve;
  const reachesPart = nodes.some(({ kind }) => isPartOfProject(kind));
  if (isWithinOne && reachesPart && nodes.length > 1) return requireManager(person, found[0]);
  requireApproverRole(person);
}
