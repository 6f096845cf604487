import type { BudgetTreeNode, MoveBudget } from '@meridian/contracts-budgeting';
import { liesBelow } from './tree-rows.js';

/** A way that money may go from a node, and where to. */
export interface MovementChoice {
  readonly movement: MoveBudget['movement'];
  readonly label: string;
  /** Nodes that may receive it; empty where it stays with the node. */
  readonly to: readonly BudgetTreeNode[];
}

interface Asked {
  readonly nodes: readonly BudgetTreeNode[];
  readonly from: BudgetTreeNode;
  /** The PMO and sponsors move all money; a manager moves what is within the project. */
  readonly isApprover: boolean;
}

/** What may be done with the money of a node: the ways that the budget service takes, without those that cannot be gone here. */
export function movementChoices({ nodes, from, isApprover }: Asked): readonly MovementChoice[] {
  const others = nodes.filter(({ nodeId, currency }) => nodeId !== from.nodeId && currency === from.currency);
  const reached = others.filter((node) => isApprover || isWithinProject(from, node));
  const choices: MovementChoice[] = [
    {
      movement: 'allocate',
      label: 'Give on to what lies below',
      to: reached.filter(({ nodeId }) => liesBelow(nodes, nodeId, from.nodeId)),
    },
    {
      movement: 'release',
      label: 'Give back to what lies above',
      to: reached.filter(({ nodeId }) => liesBelow(nodes, from.nodeId, nodeId)),
    },
    {
      movement: 'transfer',
      label: 'Move to another of its kind',
      to: reached.filter(({ nodeKind }) => nodeKind === from.nodeKind),
    },
  ];
  const ways = choices.filter(({ to }) => to.length > 0);
  if (from.nodeKind !== 'project' || !isApprover) return ways;
  return [
    ...ways,
    { movement: 'reserve', label: 'Set aside as a reserve', to: [] },
    { movement: 'draw', label: 'Draw from a reserve', to: [] },
  ];
}

const parts: ReadonlySet<string> = new Set(['control-account', 'work-package']);

function isWithinProject(one: BudgetTreeNode, other: BudgetTreeNode): boolean {
  const reachesPart = parts.has(one.nodeKind) || parts.has(other.nodeKind);
  return one.projectId !== undefined && one.projectId === other.projectId && reachesPart;
}
