import { Refusal } from '@meridian/refusal';
import type { NodeKind } from '../domain/budget-tree/budget-node.js';
import type { OverrunPolicy } from '../domain/ledger/ledger.js';
import type { Tx } from './database.js';

export interface NodeRow {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly parentId: string | null;
  readonly projectId: string | null;
  readonly name: string;
  readonly currency: string;
  readonly policy: OverrunPolicy;
  readonly isFrozen: boolean;
  readonly calendarId: string | null;
  readonly wbs: string | null;
  readonly version: number;
}

/** The nodes named and all above them, by id. A project that was never put into the tree stands alone in it. */
export async function nodesUpwards(
  tx: Tx,
  nodeIds: readonly string[],
): Promise<ReadonlyMap<string, NodeRow>> {
  const rows = await tx.$queryRaw<NodeRow[]>`
    WITH RECURSIVE up AS (
      SELECT * FROM budget_node WHERE node_id = ANY(${[...nodeIds]}::uuid[])
      UNION
      SELECT n.* FROM budget_node n JOIN up ON n.node_id = up.parent_id
    )
    SELECT node_id AS "nodeId", kind, parent_id AS "parentId", project_id AS "projectId", name, currency, policy,
           is_frozen AS "isFrozen", calendar_id AS "calendarId", wbs, version FROM up`;
  const nodes = new Map(rows.map((row) => [row.nodeId, row]));
  const missing = nodeIds.filter((nodeId) => !nodes.has(nodeId));
  for (const row of await projectsAlone(tx, missing)) nodes.set(row.nodeId, row);
  return nodes;
}

/** @throws Refusal `budgeting/unknown-node` */
export function nodeIn(nodes: ReadonlyMap<string, NodeRow>, nodeId: string): NodeRow {
  const node = nodes.get(nodeId);
  if (node) return node;
  throw new Refusal('budgeting/unknown-node', `There is no node ${nodeId} in the budget tree.`, {
    kind: 'not-found',
  });
}

/** The control accounts and work packages of projects. */
export async function partsOf(tx: Tx, projectIds: readonly string[]): Promise<readonly NodeRow[]> {
  if (projectIds.length === 0) return [];
  const rows = await tx.budgetNode.findMany({
    where: { projectId: { in: [...projectIds] }, kind: { not: 'project' } },
    orderBy: { nodeId: 'asc' },
  });
  return rows as unknown as NodeRow[];
}

/** The tree changes one node at a time, so that nothing comes to lie below itself. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('budgeting.budget-tree', 0))`;
}

/** Funds are locked after budgets and by id, so that two movements never wait for each other. */
export async function lockFunds(tx: Tx, nodeIds: readonly string[]): Promise<void> {
  if (nodeIds.length === 0) return;
  await tx.$queryRaw`SELECT 1 FROM budget_node WHERE node_id = ANY(${[...nodeIds]}::uuid[]) ORDER BY node_id FOR UPDATE`;
}

async function projectsAlone(tx: Tx, projectIds: readonly string[]): Promise<readonly NodeRow[]> {
  if (projectIds.length === 0) return [];
  const projects = await tx.project.findMany({ where: { projectId: { in: [...projectIds] } } });
  return projects.map(({ projectId, name, currency }) => ({
    nodeId: projectId,
    kind: 'project' as const,
    parentId: null,
    projectId,
    name,
    currency,
    policy: 'hard-stop' as const,
    isFrozen: false,
    calendarId: null,
    wbs: null,
    version: 0,
  }));
}
