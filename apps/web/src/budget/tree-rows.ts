import type { BudgetTreeNode } from '@meridian/contracts-budgeting';

export interface TreeRow {
  readonly node: BudgetTreeNode;
  /** 1 for a node whose parent is not among the nodes. */
  readonly level: number;
  readonly hasParts: boolean;
}

/** Nodes in the order one reads a tree: each directly followed by all below it, unless it is folded. */
export function treeRows(
  nodes: readonly BudgetTreeNode[],
  folded: ReadonlySet<string> = new Set(),
): readonly TreeRow[] {
  const ids = new Set(nodes.map(({ nodeId }) => nodeId));
  const below = new Map<string | undefined, BudgetTreeNode[]>();
  for (const node of nodes) {
    const parent = node.parentId !== undefined && ids.has(node.parentId) ? node.parentId : undefined;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const walk = (parent: string | undefined, level: number): TreeRow[] =>
    (below.get(parent) ?? []).flatMap((node) => [
      { node, level, hasParts: below.has(node.nodeId) },
      ...(folded.has(node.nodeId) ? [] : walk(node.nodeId, level + 1)),
    ]);
  return walk(undefined, 1);
}

/** Whether a node lies somewhere below another one. */
export function liesBelow(nodes: readonly BudgetTreeNode[], nodeId: string, ancestorId: string): boolean {
  const parents = new Map(nodes.map((node) => [node.nodeId, node.parentId]));
  let at = parents.get(nodeId);
  for (let step = 0; at !== undefined && step < nodes.length; step += 1) {
    if (at === ancestorId) return true;
    at = parents.get(at);
  }
  return false;
}
