import type { TreeNodeLine } from '@meridian/contracts-projects';

export interface TreeLine {
  readonly node: TreeNodeLine;
  /** 0 at the top. */
  readonly depth: number;
}

/** The nodes as rows of an outline: each below the one it stands in, those of one place by name. */
export function treeLines(nodes: readonly TreeNodeLine[]): readonly TreeLine[] {
  const known = new Set(nodes.map(({ nodeId }) => nodeId));
  const placeOf = ({ parentId }: TreeNodeLine): string => (parentId && known.has(parentId) ? parentId : '');
  const linesIn = (place: string, depth: number): readonly TreeLine[] =>
    nodes
      .filter((node) => placeOf(node) === place)
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((node) => [{ node, depth }, ...linesIn(node.nodeId, depth + 1)]);
  return linesIn('', 0);
}

/** Where a node may be moved: portfolios, but not itself and nothing that stands below it. */
export function placesFor(nodes: readonly TreeNodeLine[], nodeId: string): readonly TreeLine[] {
  const lines = treeLines(nodes);
  const at = lines.findIndex(({ node }) => node.nodeId === nodeId);
  const own = lines[at];
  if (!own) return lines.filter(({ node }) => node.nodeKind === 'portfolio');
  const rest = lines.slice(at + 1).findIndex(({ depth }) => depth <= own.depth);
  const end = rest < 0 ? lines.length : at + 1 + rest;
  return lines.filter(({ node }, index) => (index < at || index >= end) && node.nodeKind === 'portfolio');
}

/** A place in a list of choices: indented by its depth, since a choice has no outline. */
export function placeWords({ node, depth }: TreeLine): string {
  return `${'\u2003'.repeat(depth)}${node.name}`;
}
