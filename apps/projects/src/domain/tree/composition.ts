import { Refusal } from '@meridian/refusal';

export type NodeKind = 'portfolio' | 'programme';

/** A place of the tree that holds others. A project is a leaf: it stands in one. */
export interface TreeNode {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly parentId: string | null;
}

/** What may stand in what; `top` is the top of the tree. A programme needs no portfolio, a project needs one of both. */
const MAY_HOLD: Readonly<Record<NodeKind | 'top', readonly (NodeKind | 'project')[]>> = {
  top: ['portfolio', 'programme'],
  portfolio: ['portfolio', 'programme', 'project'],
  programme: ['project'],
};

/**
 * A node as it is recorded or moved: where it may stand, below nothing that stands below it, under a name of its own there.
 *
 * @throws Refusal `projects/tree-composition`, `projects/tree-cycle`, `projects/tree-name-taken`, `projects/tree-node-not-found`
 */
export function requirePlace(node: TreeNode, nodes: ReadonlyMap<string, TreeNode>): void {
  const { nodeId, kind, parentId, name } = node;
  const parent = parentId === null ? undefined : nodeIn(nodes, parentId);
  if (parent && pathOf(parent, nodes).some((above) => above.nodeId === nodeId)) {
    throw new Refusal(
      'projects/tree-cycle',
      `"${parent.name}" stands below "${name}", or is the same; nothing stands below itself. Move it out first.`,
    );
  }
  requireMayHold(parent, kind);
  const twin = [...nodes.values()].find(
    (other) =>
      other.nodeId !== nodeId && other.parentId === parentId && other.kind === kind && other.name === name,
  );
  if (!twin) return;
  throw new Refusal(
    'projects/tree-name-taken',
    `There is a ${kind} "${name}" in this place already; give this one another name.`,
    { details: { nodeId: twin.nodeId } },
  );
}

/** @throws Refusal `projects/tree-composition` */
export function requireMayHold(holder: TreeNode | undefined, kind: NodeKind | 'project'): void {
  const where = holder?.kind ?? 'top';
  if (MAY_HOLD[where].includes(kind)) return;
  const words = holder ? `The ${holder.kind} "${holder.name}" holds` : 'At the top of the tree stand';
  const allowed = [...MAY_HOLD[where]];
  throw new Refusal(
    'projects/tree-composition',
    `${words} ${allowed.map((one) => `${one}s`).join(' and ')}, no ${kind}s.`,
    { details: { allowed } },
  );
}

/** @throws Refusal `projects/tree-node-not-found` */
export function nodeIn(nodes: ReadonlyMap<string, TreeNode>, nodeId: string): TreeNode {
  const node = nodes.get(nodeId);
  if (node) return node;
  throw new Refusal('projects/tree-node-not-found', 'There is no portfolio and no programme with this id.', {
    kind: 'not-found',
  });
}

/** The node and all above it, the node first. */
export function pathOf(node: TreeNode, nodes: ReadonlyMap<string, TreeNode>): readonly TreeNode[] {
  const parent = node.parentId === null ? undefined : nodes.get(node.parentId);
  return parent ? [node, ...pathOf(parent, nodes)] : [node];
}

/**
 * What the record of a project says of its place: the nearest portfolio above it and its programme. Where a programme
 * stands alone it is named as the portfolio too, so that everything that groups by portfolio has a name for it.
 */
export function placeNames(node: TreeNode, nodes: ReadonlyMap<string, TreeNode>) {
  const path = pathOf(node, nodes);
  const programme = node.kind === 'programme' ? node.name : null;
  return { portfolio: path.find(({ kind }) => kind === 'portfolio')?.name ?? node.name, programme };
}
