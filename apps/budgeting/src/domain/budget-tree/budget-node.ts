import { Refusal } from '@meridian/refusal';

/**
 * The levels of the budget tree. Funds hold money that is given on; a project holds its budget, and gives it on to
 * control accounts and work packages (EIA-748: scope, budget and actual cost meet in a control account).
 */
export type NodeKind =
  'funding-source' | 'portfolio' | 'programme' | 'project' | 'control-account' | 'work-package';

export interface BudgetNode {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly parentId?: string | null | undefined;
}

/** What may stand above what. A programme or project may stand alone until somebody takes it under a portfolio. */
const PARENTS: Readonly<Record<NodeKind, readonly (NodeKind | 'none')[]>> = {
  'funding-source': ['none'],
  portfolio: ['none', 'funding-source', 'portfolio'],
  programme: ['none', 'funding-source', 'portfolio'],
  project: ['none', 'funding-source', 'portfolio', 'programme'],
  'control-account': ['project', 'control-account'],
  'work-package': ['project', 'control-account'],
};

/** Control accounts and work packages are parts of the budget of their project. */
export function isPartOfProject(kind: NodeKind): boolean {
  return kind === 'control-account' || kind === 'work-package';
}

export function isFund(kind: NodeKind): kind is 'funding-source' | 'portfolio' | 'programme' {
  return kind === 'funding-source' || kind === 'portfolio' || kind === 'programme';
}

/**
 * @param nodes the other nodes of the tree that matter: those above the parent
 * @throws Refusal `budgeting/wrong-parent`, `budgeting/rollup-cycle`
 */
export function requireParent(
  node: BudgetNode,
  parent: BudgetNode | undefined,
  nodes: ReadonlyMap<string, BudgetNode>,
): void {
  const allowed = PARENTS[node.kind];
  if (!allowed.includes(parent?.kind ?? 'none')) {
    throw new Refusal(
      'budgeting/wrong-parent',
      `A ${node.kind} was put under ${parent ? `a ${parent.kind}` : 'nothing'}; it may stand under: ${allowed.join(', ')}.`,
      { kind: 'unprocessable' },
    );
  }
  if (parent && isBelow(parent.nodeId, node.nodeId, nodes)) {
    throw new Refusal(
      'budgeting/rollup-cycle',
      `Node ${node.nodeId} would lie below itself; put it under another one.`,
    );
  }
}

/** A node lies below itself and all above it. */
export function isBelow(nodeId: string, ancestorId: string, nodes: ReadonlyMap<string, BudgetNode>): boolean {
  const seen = new Set<string>();
  for (
    let at: string | null | undefined = nodeId;
    at != null && !seen.has(at);
    at = nodes.get(at)?.parentId
  ) {
    if (at === ancestorId) return true;
    seen.add(at);
  }
  return false;
}

/** Money is allocated downwards and released upwards. @throws Refusal `budgeting/not-below` */
export function requireBelow(
  lower: BudgetNode,
  upper: BudgetNode,
  nodes: ReadonlyMap<string, BudgetNode>,
): void {
  if (lower.nodeId !== upper.nodeId && isBelow(lower.nodeId, upper.nodeId, nodes)) return;
  throw new Refusal(
    'budgeting/not-below',
    `${lower.kind} ${lower.nodeId} does not lie below ${upper.kind} ${upper.nodeId}; transfer between them instead.`,
  );
}
