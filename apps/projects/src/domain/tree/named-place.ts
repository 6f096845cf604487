import type { TreeNode } from './composition.js';

/** A place as a record names it, or a list. */
export interface NamedPlace {
  readonly portfolio: string;
  readonly programme: string | null;
}

/**
 * The tree with everything in it that the names call for: a portfolio or programme that nobody recorded before begins with
 * the first project that names it.
 *
 * @returns the node of each place, in their order, and the nodes that are new, a parent before what stands in it
 */
export function adoptNames(
  places: readonly NamedPlace[],
  nodes: ReadonlyMap<string, TreeNode>,
  newId: () => string,
): { readonly nodeIds: readonly string[]; readonly added: readonly TreeNode[] } {
  const known = [...nodes.values()].sort(topFirst);
  const added: TreeNode[] = [];
  const find = (node: Omit<TreeNode, 'nodeId'>, isIt: (one: TreeNode) => boolean): TreeNode => {
    const found = known.find((one) => one.kind === node.kind && one.name === node.name && isIt(one));
    if (found) return found;
    const made = { nodeId: newId(), ...node };
    known.push(made);
    added.push(made);
    return made;
  };
  const nodeIds = places.map(({ portfolio: name, programme }) => {
    const alone =
      programme === name ? known.find((one) => isAlone(one) && one.name === programme) : undefined;
    if (alone) return alone.nodeId;
    const portfolio = find({ kind: 'portfolio', name, parentId: null }, () => true);
    if (!programme) return portfolio.nodeId;
    const { nodeId: parentId } = portfolio;
    return find({ kind: 'programme', name: programme, parentId }, (one) => one.parentId === parentId).nodeId;
  });
  return { nodeIds, added };
}

function isAlone({ kind, parentId }: TreeNode): boolean {
  return kind === 'programme' && parentId === null;
}

/** Of two portfolios with one name, the one at the top is meant. */
function topFirst(a: TreeNode, b: TreeNode): number {
  return Number(a.parentId !== null) - Number(b.parentId !== null) || a.nodeId.localeCompare(b.nodeId);
}
