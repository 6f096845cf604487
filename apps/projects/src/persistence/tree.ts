import type { Announce } from '@meridian/bus';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { placeNames, type NodeKind, type TreeNode } from '../domain/tree/composition.js';
import { adoptNames } from '../domain/tree/named-place.js';
import type { Tx } from './database.js';
import { writeRows } from './many-rows.js';
import { projectFact, type ProjectRow } from './projects.js';

export type TreeNodes = ReadonlyMap<string, TreeNode & { readonly version: number }>;

/** The tree changes one at a time, so that nothing comes to stand below itself. Lock it before any project. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('projects/tree'))`;
}

/** Every portfolio and programme: hundreds, so all of them are read. */
export async function treeNodes(tx: Pick<Tx, 'treeNode'>): Promise<TreeNodes> {
  const rows = await tx.treeNode.findMany({ orderBy: [{ name: 'asc' }, { nodeId: 'asc' }] });
  return new Map(rows.map((row) => [row.nodeId, { ...row, kind: row.kind as NodeKind }]));
}

/** Projects stand where their records say; what the tree has not yet is made. The tree is locked here. */
export async function placeByName(
  tx: Tx,
  projects: readonly ProjectRow[],
  newId: () => string,
): Promise<void> {
  if (projects.length === 0) return;
  await lockTree(tx);
  const { nodeIds, added } = adoptNames(projects, await treeNodes(tx), newId);
  if (added.length > 0)
    await tx.treeNode.createMany({ data: added.map((node) => ({ ...node, version: 1 })) });
  const rows = projects.map(({ projectId }, index) => ({ projectId, nodeId: nodeIds[index] }));
  await writeRows(tx, 'project_place', rows, ['project_id']);
}

/**
 * The records of the projects that stand in the nodes say again where that is, and the others hear of those that changed.
 * An archived record keeps the names it had.
 */
export async function renamePlaces(
  { tx, announce }: { readonly tx: Tx; readonly announce: Announce },
  nodeIds: readonly string[],
  nodes: TreeNodes,
): Promise<void> {
  const places = nodeIds.flatMap((nodeId) => {
    const node = nodes.get(nodeId);
    return node ? [{ nodeId, ...placeNames(node, nodes) }] : [];
  });
  const changed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE project SET portfolio = place.portfolio, programme = place.programme, version = version + 1
      FROM project_place, jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
           AS place ("nodeId" uuid, portfolio text, programme text)
     WHERE project_place.node_id = place."nodeId" AND project.project_id = project_place.project_id
       AND project.stage <> 'archived'
       AND (project.portfolio <> place.portfolio OR project.programme IS DISTINCT FROM place.programme)
    RETURNING project.project_id AS id`;
  const rows = await tx.project.findMany({
    where: { projectId: { in: changed.map(({ id }) => id) } },
    orderBy: { code: 'asc' },
  });
  for (const row of rows) await announce(ProjectRecorded, projectFact(row));
}
